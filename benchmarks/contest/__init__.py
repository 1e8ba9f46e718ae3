"""engagegraph beside others: the same questions about the same data in the same database.

workload     Germany in numbers, always the same, written as the write path writes
operations   the ten questions as GraphQL, and 200 sets of variables for each
limit        what a person would write by hand: Starlette, one Cypher statement for each question, orjson
loaders      a plain Strawberry server with data loaders (Q1 to Q4)
peer/        npm @neo4j/graphql 7 behind Apollo Server
contestants  starting and asking them
measure      rounds, medians, processor time from the operating system
report       the tables

python -m benchmarks.contest                 # Germany, a private Neo4j in a temporary home
python -m benchmarks.contest --scale 0.05    # a twentieth, to try things
"""
