RETURN head(COLLECT {
  MATCH (n1:Municipality {slug: $p0})
  RETURN [COUNT {
    MATCH (n1)-[:JOINED]->()
  }, COLLECT {
    MATCH (n1)-[e4:JOINED]->(n3)
    WITH e4, n3 ORDER BY n3._place, e4._key LIMIT $l0
    RETURN [n3._place, e4._key, e4.role, e4.phase, e4.since, e4.until, e4.status, e4.note, e4.focus, CASE WHEN e4.focus IS NOT NULL THEN 0 END, n3.slug, COLLECT {
      UNWIND range(0, coalesce(size(e4._sources), 0) - 1) AS i6
      MATCH (n7:Source {slug: e4._sources[i6]})
      RETURN [e4._places[i6], n7.slug]
    }]
  }, n1.slug]
})

// $p0 = "aue"
// $l0 = 20
