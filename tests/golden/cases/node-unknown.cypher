RETURN [],
       COLLECT {
  UNWIND $p1.Source AS ref
  MATCH (n3:Source {slug: ref[1]})
  RETURN [ref[0], 'Source', n3.title, COLLECT {
    UNWIND range(0, coalesce(size(n3._sources), 0) - 1) AS i4
    MATCH (n5:Source {slug: n3._sources[i4]})
    RETURN [n3._places[i4], n5.slug]
  }]
}

// $p0 = {"Unbekannt":[[0,"x"]]}
// $p1 = {"Source":[[0,"satzung"]]}
