"""The ten questions: for each a GraphQL operation of engagegraph, one of the peer, and 200 sets of variables.

`flat` brings what a contestant answered into one form, so that answers can be compared: all values that stand in it.
Every list is a page, so another order would show other values.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from benchmarks.contest.workload import THEMES, Workload
from engagegraph.query.ids import encode_id

SETS = 200
Variables = dict[str, Any]


@dataclass(frozen=True)
class Question:
    """A question; `variables` are those of GraphQL, and hold what the hand-written statement needs as well."""

    name: str
    says: str
    text: str
    peer: str
    variables: list[Variables]
    compared: tuple[str, ...] = ("limit", "peer", "loaders")
    """Whose answers must be the same; the peer cannot order all lists in the same way."""

    @property
    def answered(self) -> tuple[str, ...]:
        """Who answers it beside engagegraph."""
        return ("limit", "peer", "loaders") if self.name in {"Q1", "Q2", "Q3", "Q4"} else ("limit", "peer")


Q1 = """query Q1($slug: String!) { municipality(slug: $slug) {
  slug name kind ags population district { slug name } state { slug name } } }"""
P1 = """query Q1($slug: String!) { municipalities(where: {slug: {eq: $slug}}) {
  slug name kind ags population district { slug name } state { slug name } } }"""

Q2 = """query Q2($slug: String!) { programme(slug: $slug) { slug title kind
  participants(first: 50, orderBy: [{node: {name: ASC}}]) { edges { since role
    node { __typename slug name ... on Municipality { district { slug name } } } } } } }"""
P2 = """query Q2($slug: String!) { programmes(where: {slug: {eq: $slug}}) { slug title kind
  participantsConnection(first: 50, sort: [{node: {name_sort: ASC}}]) { edges { properties { since role }
    node { slug name district { slug name } } } } } }"""

Q3 = """query Q3($population: Int!) { districts(first: 50, where: {population: {gte: $population}}) { nodes { slug name
  programmes(first: 100) { edges { since node { slug title } } } } } }"""
P3 = """query Q3($population: Int!) {
  districts(limit: 50, where: {population: {gte: $population}}, sort: [{name_sort: ASC}, {slug: ASC}]) { slug name
    programmesConnection(first: 100, sort: [{node: {title_sort: ASC}}]) {
      edges { properties { since } node { slug title } } } } }"""

Q4 = """query Q4($slug: String!) { network(slug: $slug) { slug title members(first: 20) { nodes { __typename slug
  ... on LocalAuthority { programmes(first: 10) { nodes { slug title supporters(first: 10) { nodes { __typename slug
    ... on Partner { name staff(first: 5) { nodes { slug name } } } } } } } } } } } }"""
P4 = """query Q4($slug: String!) { networks(where: {slug: {eq: $slug}}) { slug title
  authoritiesConnection(first: 20, sort: [{node: {name_sort: ASC}}]) { edges { node { slug
    programmesConnection(first: 10, sort: [{node: {title_sort: ASC}}]) { edges { node { slug title
      supportersConnection(first: 10, sort: [{node: {name_sort: ASC}}]) { edges { node { slug name
        staffConnection(first: 5, sort: [{node: {name_sort: ASC}}]) { edges { node { slug name
  } } } } } } } } } } } } } }"""

Q5 = """query Q5($word: String!, $since: PartialDate!) { municipalities(first: 50, orderBy: [{population: DESC}],
  where: {programmes: {some: {since: {gte: $since}, node: {title: {contains: $word}}}}}) {
    nodes { slug name population } } }"""
P5 = """query Q5($word: String!, $day: Date!) { municipalities(limit: 50, sort: [{population: DESC}, {slug: ASC}],
  where: {programmesConnection: {some: {
    AND: [{edge: {since_first: {gte: $day}}}, {node: {title: {contains: $word}}}]}}}) {
    slug name population } }"""

Q6 = """query Q6 { programmes(first: 20, orderBy: [{participants: {count: DESC}}]) {
  nodes { slug title participants { totalCount } } } }"""
P6 = """query Q6 { programmes(limit: 20, sort: [{joiners: DESC}, {slug: ASC}]) { slug title joiners } }"""

Q7 = """query Q7($text: String!) { search(query: $text, types: [Programme, Network], first: 20) {
  nodes { __typename slug displayName } } }"""
P7 = """query Q7($text: String!) {
  programmesByTitle(phrase: $text, first: 20) { edges { score node { slug title } } }
  networksByTitle(phrase: $text, first: 20) { edges { score node { slug title } } } }"""

Q8 = """query Q8($after: String!) { municipalities(first: 100, after: $after) { totalCount nodes { slug name } } }"""
P8 = """query Q8($skip: Int!) {
  municipalities(limit: 100, offset: $skip, sort: [{name_sort: ASC}, {slug: ASC}]) { slug name }
  municipalitiesConnection { aggregate { count { nodes } } } }"""

Q9 = """query Q9($from: ID!, $to: ID!) { path(from: $from, to: $to, via: [JOINED, MEMBER_OF]) {
  length nodes { slug } } }"""
P9 = """query Q9($one: String!, $other: String!) { connection(one: $one, other: $other) }"""

Q10 = """query Q10($slug: String!) {
  municipalities { totalCount } partners { totalCount } people { totalCount } networks { totalCount }
  events(first: 5, orderBy: [{date: DESC}]) { nodes { slug title date } }
  programme(slug: $slug) { title participants { totalCount } } }"""
P10 = """query Q10($slug: String!) {
  municipalitiesConnection { aggregate { count { nodes } } } partnersConnection { aggregate { count { nodes } } }
  peopleConnection { aggregate { count { nodes } } } networksConnection { aggregate { count { nodes } } }
  events(limit: 5, sort: [{date_first: DESC}, {slug: ASC}]) { slug title date }
  programmes(where: {slug: {eq: $slug}}) { title joiners } }"""


def questions(workload: Workload, places: list[str], page: Callable[[int], str]) -> list[Question]:
    """Return the questions.

    `places` are those of all municipalities, in order; `page` gives the cursor of one of them by its position.
    """
    chance = random.Random(7)

    def slugs(name: str) -> list[Variables]:
        return [{"slug": workload.slug(name, chance.randrange(workload.number[name]))} for _ in range(SETS)]

    middle = len(places) * 5_000 // 10_786
    begins = [middle + chance.randrange(-len(places) // 20, len(places) // 20) for _ in range(20)]
    after = [
        {"after": page(at), "place": places[at], "skip": at + 1} for at in (chance.choice(begins) for _ in range(SETS))
    ]
    ends = [_pair(*(one["slug"] for one in chance.sample(slugs("Municipality"), 2))) for _ in range(SETS)]
    words = [{"word": chance.choice(THEMES), **_since(chance)} for _ in range(SETS)]
    people = [{"population": chance.randrange(0, 300_000)} for _ in range(SETS)]
    texts = [{"text": f"{chance.choice(THEMES)}"} for _ in range(SETS)]
    hand, own = ("limit", "peer"), ("limit", "loaders")
    return [
        Question("Q1", "a municipality by slug with district and state", Q1, P1, slugs("Municipality")),
        Question("Q2", "a programme by slug with 50 joiners", Q2, P2, slugs("Programme"), compared=own),
        Question("Q3", "50 districts with the programmes they joined", Q3, P3, people, compared=own),
        Question("Q4", "network → members → programmes → partners → people", Q4, P4, slugs("Network"), compared=own),
        Question("Q5", "municipalities that joined a programme with a word", Q5, P5, words, compared=hand),
        Question("Q6", "the 20 programmes with the most joiners", Q6, P6, [{}] * SETS, compared=hand),
        Question("Q7", "the 20 best hits in full text among two types", Q7, P7, texts, compared=("limit",)),
        Question("Q8", "100 municipalities after the 5,000th, and how many there are", Q8, P8, after, compared=hand),
        Question("Q9", "the shortest path between two municipalities", Q9, P9, ends, compared=("limit",)),
        Question("Q10", "a dashboard of six root fields", Q10, P10, slugs("Programme"), compared=hand),
    ]  # fmt: skip


def _pair(one: str, other: str) -> Variables:
    start, end = (encode_id("Municipality", slug) for slug in (one, other))
    return {"from": start, "to": end, "one": one, "other": other}


def _since(chance: random.Random) -> Variables:
    year = chance.randrange(2012, 2019)
    return {"since": str(year), "day": f"{year}-01-01"}


def flat(answer: Any) -> list[Any]:
    """Return all scalars of an answer in a stable order, whatever its shape."""
    found: list[Any] = []
    stack = [answer]
    while stack:
        item = stack.pop()
        if isinstance(item, dict):
            stack.extend(value for key, value in item.items() if key != "__typename")
        elif isinstance(item, list):
            stack.extend(item)
        elif item is not None:
            found.append(item)
    return sorted(map(str, found))
