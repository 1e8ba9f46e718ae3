"""Values ─▶ what is sent and what stays: parameters, pages with their cursors, what is to be measured before."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any

from engagegraph.errors import Failure
from engagegraph.model import Limits, Model
from engagegraph.query.cypher import Statement
from engagegraph.query.ids import cursor_invalid, decode_cursor
from engagegraph.query.measures import MeasureRequest
from engagegraph.query.params import CONVERSIONS, PageSlot, Param, leaf_value
from engagegraph.query.search import Vocabulary, called, literal, of_kind, official
from engagegraph.query.words import MOST_LETTERS

MOST_VOCABULARIES = 200
"""Of how many sets of types the words are kept by which they are searched."""
MOST_SEARCHES = 500
"""Of how many texts that were searched for the query of the index is kept, which is some kilobytes."""


class Binder:
    """Binds the values of one viewer class, whose `model` and `limits` these are. For threads."""

    def __init__(self, model: Model, limits: Limits) -> None:
        self.model = model
        self.limits = limits
        self._conversions: Mapping[str, Callable[[Any], Any]] = {
            **CONVERSIONS,
            "called": partial(called, model),
            "of kind": partial(of_kind, model),
            "literal": literal,
            "official": official,
        }
        self._searching = lru_cache(MOST_VOCABULARIES)(self._vocabulary)
        self._searched = lru_cache(MOST_SEARCHES)(self._search)

    def bind(
        self, statement: Statement, coerced: Mapping[str, Any]
    ) -> tuple[dict[str, Any], dict[str, Any], tuple[MeasureRequest, ...]]:
        """Return what of coerced variables is sent, what only the shaper reads, and what is to be measured before.

        Raises `Failure` with the place of the value that cannot be: PAGE_SIZE, LIMIT_ROWS, CURSOR_…, VALUE_….
        """
        parameters = self._values(statement.params, coerced)
        local = {**parameters, **{p.name: leaf_value(p.leaf, coerced) for p in statement.locals}}
        if statement.pages:
            self._pages(statement.pages, coerced, parameters, local)
        # Until it is measured nothing is ranked, so that the statement can be explained all the same.
        parameters |= {m.name: {name: {} if m.all else [] for name in m.types} for m in statement.measures}
        measures = tuple(
            MeasureRequest(
                m.name,
                m.by,
                m.types,
                m.snapshot,
                self._values(m.params, coerced),
                0 if m.offset is None else parameters[m.offset],
                local[m.size],
                0 if m.each is None else local[m.each],
                m.all,
            )
            for m in statement.measures
        )
        return parameters, local, measures

    def _values(self, params: tuple[Param, ...], coerced: Mapping[str, Any]) -> dict[str, Any]:
        values = {}
        for param in params:
            try:
                values[param.name] = self._conversion(param.convert)(leaf_value(param.leaf, coerced))
            except Failure as failure:
                raise param.spot.placed(failure) from None
        return values

    def _conversion(self, name: str) -> Callable[[Any], Any]:
        return self._conversions.get(name) or (lambda text: self._searched(name, text[:MOST_LETTERS]))

    def _search(self, name: str, text: str) -> Any:
        return self._searching(name)(text)

    def _vocabulary(self, name: str) -> Callable[[Any], Any]:
        what, index, types = name.split(":")
        vocabulary = Vocabulary.of(self.model, index, types.split("|"))
        return {"query": vocabulary.query, "begun": vocabulary.begun}[what]

    def _pages(
        self, pages: tuple[PageSlot, ...], coerced: Mapping[str, Any], parameters: dict[str, Any], local: dict[str, Any]
    ) -> None:
        rows: list[int] = []
        for page in pages:
            try:
                self._page(page, coerced, parameters, local)
            except Failure as failure:
                raise page.spot.placed(failure) from None
            above = 1 if page.ids is None else len(leaf_value(page.ids, coerced))
            rows.append(local[page.size] * (above if page.parent is None else rows[page.parent]))
        if sum(rows) > self.limits.rows:
            message = f"the pages ask for {sum(rows)} rows"
            hint = f"at most {self.limits.rows}: take smaller pages, or nest less deeply"
            spot = pages[rows.index(max(rows))].spot
            raise spot.placed(Failure.of("LIMIT_ROWS", message, hint))

    def _page(
        self, page: PageSlot, coerced: Mapping[str, Any], parameters: dict[str, Any], local: dict[str, Any]
    ) -> None:
        size = None if page.wanted is None else leaf_value(page.wanted, coerced)
        if size is None:
            size = self.limits.maximum_page if page.whole else self.limits.default_page
        if not 0 <= size <= self.limits.maximum_page:
            message = f"a page of {size} cannot be asked for"
            rest = ", and for the rest with after" if page.continued else ""
            raise Failure.of("PAGE_SIZE", message, f"ask for 0 to {self.limits.maximum_page}{rest}")
        local[page.size] = size
        parameters[page.limit] = size + page.extra
        if page.cursor is None and not page.shows:
            return
        local[page.signature] = signature = signed(page, parameters)
        if page.cursor is not None:
            text = str(leaf_value(page.cursor, coerced))
            values = decode_cursor(text, signature, len(page.cursor_params))
            for (name, convert), value in zip(page.cursor_params, values, strict=True):
                try:
                    parameters[name] = local[name] = self._conversion(convert)(value)
                except (TypeError, ValueError):
                    raise cursor_invalid(text) from None


def signed(page: PageSlot, parameters: Mapping[str, Any]) -> str:
    """Return the signature that the cursors of a page's list have: of what the list is, and no cursor."""
    values = repr([parameters[name] for name in page.signed])
    return hashlib.blake2s(f"{page.identity} {values}".encode(), digest_size=6).hexdigest()
