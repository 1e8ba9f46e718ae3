"""Reading: a GraphQL operation becomes one Cypher statement and a function that shapes its row. No driver in here.

In order of control flow:

    engine      the way in: prepare, run, shape; errors in one form
    prepare     operations prepared and bound, and what is kept of them
    limits      what may be asked for at once
    document    parse, validate, collect fields
    hints       validation that says what exists
    spot        where in the operation something is asked for
    symbolic    arguments: structure stays, values become leaves
    plan        fields ─▶ plan, by the model
    filters     where and orderBy ─▶ predicates and order keys
    ir          the plan's nodes
    geo         those of them that say where nodes lie
    render      how a plan is printed
    emit        plan ─▶ Cypher, parameters, source of the shaper
    lists       the same for connections
    ranking     the same for hits of a search, and which come first
    shared      nodes that stand in many rows, read and sent once
    aggregates  what connections say of all their rows: numbers, groups, facets
    questions   the same for root fields that ask across the graph, one module for each
    cypher      the pieces a statement is put together from
    introspection  what the schema says about itself, at a known price
    conditions  predicates, time and order ─▶ Cypher expressions
    turned      a list ─▶ from the other side of one of its conditions
    folding     texts compared without case and umlauts
    binding     values put in: parameters, pages, cursors
    params      what values become before they are sent
    search      what people type ─▶ full-text query
    words       German words as the index sees them
    highlight   hits ─▶ the part of a text that shows why
    ids         identifiers and cursors
    runtime     what generated shapers call
    told        packed parts of revisions ─▶ the changes that a viewer may see
    moment      which state of the graph an answer is of
    reads       what of the graph an answer depends on
    measures    what is measured in the network, beside the database
    network     the process that measures it
    lru         what caches are made of
    counts      how much there is
    spread      how many things lie beyond others
    prices      conditions and orders ─▶ what they cost, and how many rows fulfil them
    cost        plan ─▶ levels with prices
    levels      levels and values ─▶ the estimate, held against a budget
"""
