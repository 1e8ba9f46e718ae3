RETURN head(COLLECT {
  MATCH (n1:District {slug: $p0})
  RETURN [COLLECT {
    UNWIND range(0, coalesce(size(n1._sources), 0) - 1) AS i3
    MATCH (n4:Source {slug: n1._sources[i3]})
    RETURN [n1._places[i3], n4.slug, n4.title, n4.kind, COLLECT {
      UNWIND range(0, coalesce(size(n4._sources), 0) - 1) AS i6
      MATCH (n7:Source {slug: n4._sources[i6]})
      RETURN [n4._places[i6]]
    }]
  }, COLLECT {
    MATCH (n1)-[e10:JOINED]->(n9)
    WITH e10, n9 ORDER BY n9._place, e10._key LIMIT $l0
    RETURN [COLLECT {
      UNWIND range(0, coalesce(size(e10._sources), 0) - 1) AS i12
      MATCH (n13:Source {slug: e10._sources[i12]})
      RETURN [e10._places[i12], n13.slug]
    }]
  }, n1.slug]
}),
       COLLECT {
  UNWIND $p1.Topic AS ref
  MATCH (n20:Topic {slug: ref[1]})
  RETURN [ref[0], 'Topic', COLLECT {
    UNWIND range(0, coalesce(size(n20._sources), 0) - 1) AS i21
    MATCH (n22:Source {slug: n20._sources[i21]})
    RETURN [n22.title]
  }]
}

// $p0 = "auental"
// $p1 = {"Topic":[[0,"ehrenamt"]]}
// $l0 = 20
