"""Words as the full-text index makes them of texts, against what is made of them here."""

from __future__ import annotations

from itertools import product

import pytest

from engagegraph.derive.constraints import ANALYZER
from engagegraph.graph.client import Graph
from engagegraph.model.search import WORD, folded_word
from engagegraph.query.words import FUNCTION_WORDS

pytestmark = pytest.mark.db


def test_function_words_are_those_that_the_index_passes_over(graph: Graph) -> None:
    analyzers = "CALL db.index.fulltext.listAvailableAnalyzers() YIELD analyzer, stopwords"
    [[passed]] = graph.run(f"{analyzers} WHERE analyzer = $name RETURN stopwords", {"name": ANALYZER})
    assert {folded_word(word) for word in passed} == FUNCTION_WORDS


def test_words_are_parted_as_the_index_parts_them(graph: Graph) -> None:
    """A term with a wildcard is compared as it is, so that it finds a text only if that is one word in the index."""
    options = f"{{indexConfig: {{`fulltext.analyzer`: '{ANALYZER}'}}}}"
    with graph.transaction() as tx:
        tx.run(f"CREATE FULLTEXT INDEX words FOR (n:Text) ON EACH [n.text] OPTIONS {options}")
    signs = ".:·‧'’‘_-‐–/*,;@&+! "
    texts = ["".join(it) for it in product("q1", signs, "w2")]
    graph.table("UNWIND $texts AS text CREATE (:Text {text: text})", {"texts": texts}, write=True)
    graph.run("CALL db.awaitIndexes(60)")
    ask = "UNWIND ['q?w', 'q?2', '1?w', '1?2'] AS word CALL db.index.fulltext.queryNodes('words', word) YIELD node"
    [[whole]] = graph.run(f"{ask} RETURN collect(node.text)")
    assert {text for text in texts if WORD.fullmatch(text)} == set(whole)
