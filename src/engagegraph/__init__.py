"""engagegraph: a headless content API on a graph.

One declaration (`schema/model/*.yaml`) is loaded into a frozen `Model`; everything else is derived from it:

    schema/model ─▶ model ─▶ derive      GraphQL schema per viewer class, constraints, JSON Schema, docs
                      │ ├──▶ query       a GraphQL operation becomes one Cypher statement and one shaper
                      │ └──▶ write       whatever changes the graph is a list of changes: checked, compared, applied
                      └────▶ graph       the only room that speaks to Neo4j
                             seeds       files ─▶ changes, graph ─▶ files
                             importers   official directories ─▶ changes
                             web, cli    the two doors

Imports run one way: `model ← derive, query, write ← graph, seeds, importers ← web ← cli`; `errors` and `settings` lie
below them all.
"""

from __future__ import annotations

__version__ = "0.1.0"
