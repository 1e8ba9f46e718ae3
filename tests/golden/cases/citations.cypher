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
    WITH e10, n9 ORDER BY n9.title_sort, n9.slug, e10._key LIMIT $l0
    RETURN [COLLECT {
      UNWIND range(0, coalesce(size(e10._sources), 0) - 1) AS i12
      MATCH (n13:Source {slug: e10._sources[i12]})
      RETURN [e10._places[i12], n13.slug]
    }]
  }]
}),
       COLLECT {
  UNWIND $p1.Topic AS ref
  MATCH (n18:Topic {slug: ref[1]})
  RETURN [ref[0], 'Topic', COLLECT {
    UNWIND range(0, coalesce(size(n18._sources), 0) - 1) AS i19
    MATCH (n20:Source {slug: n18._sources[i19]})
    RETURN [n20.title]
  }]
}

// $p0 = "auental"
// $p1 = {"Topic":[[0,"ehrenamt"]]}
// $l0 = 21
