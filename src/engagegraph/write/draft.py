"""What somebody wants to put: nodes and relations as located text, before the model has looked at them."""

from __future__ import annotations

from dataclasses import dataclass, field

from engagegraph.errors import Place
from engagegraph.model.yamltext import Node, Text


@dataclass(slots=True)
class RefDraft:
    """A reference as written (`emsland` or `district/emsland`)."""

    text: str
    place: Place


@dataclass(slots=True)
class CitationDraft:
    """A source as written, with the place in it."""

    source: Text
    place: str


@dataclass(slots=True)
class NodeDraft:
    """A node to put; `values` holds the properties as written, with the place of each key.

    Of the privacy classes `left_out` nothing that is not written is meant to go: it was not looked at.
    """

    type: str
    slug: Text
    values: dict[str, tuple[Place, Node]] = field(default_factory=dict)
    citations: list[CitationDraft] = field(default_factory=list)
    left_out: frozenset[str] = frozenset()


@dataclass(slots=True)
class EdgeDraft:
    """A relation to put; `left_out` as in a `NodeDraft`.

    Sides are references; `start_types` and `end_types` say what they may be.
    """

    relation: str
    start: RefDraft
    end: RefDraft
    start_types: tuple[str, ...]
    end_types: tuple[str, ...]
    place: Place
    values: dict[str, tuple[Place, Node]] = field(default_factory=dict)
    citations: list[CitationDraft] = field(default_factory=list)
    left_out: frozenset[str] = frozenset()


@dataclass(slots=True)
class Drafts:
    """All that is to be put."""

    nodes: list[NodeDraft] = field(default_factory=list)
    edges: list[EdgeDraft] = field(default_factory=list)
