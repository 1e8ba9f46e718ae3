"""What a connection says of all its rows at once: `aggregate`, `edgeAggregate`, `groupBy`, `facets`.

nodes   the plan's nodes
plan    fields and arguments ─▶ those nodes
paths   `by`: where keys are read, and the steps that lead there
emit    nodes ─▶ Cypher and shaper
price   nodes ─▶ what they cost
"""
