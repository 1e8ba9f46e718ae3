"""The one way to write: whatever changes the graph is a list of `Change`s, checked as a whole, applied at once.

In order of control flow:

    draft      what somebody wants to put, as located text
    parse      one written value against its declared property
    check      drafts against the model and the graph ─▶ the wanted `Snapshot`, or every problem with its place
    whole      what holds for the graph as it will be
    change     what the graph holds and what changes it: `NodeState`, `EdgeState`, `Snapshot`, `Change`
    layers     several writers of one node or relation
    diff       present and wanted ─▶ changes
    stored     how a state lies in the graph: names, companions, labels
    statement  changes ─▶ batched, parametrised Cypher
    bulk       masses of objects without the collector's help
    history    changes ─▶ packed parts of a revision, and back; undo
    erase      people ─▶ changes, and history without them
    touched    changes ─▶ what they touch, for those who keep answers
    render     changes ─▶ something to read, or JSON

Nothing in here talks to a database; `graph.store` does, with what `statement` says.
"""
