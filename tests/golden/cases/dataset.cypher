RETURN head(COLLECT { MATCH (d:_Dataset) RETURN [d.revision, toString(d.changedAt), d.nodes, d.relations] })
