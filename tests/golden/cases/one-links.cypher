RETURN COLLECT {
  MATCH (n1:Municipality)
  WITH n1 ORDER BY n1.name_sort, n1.slug LIMIT $l0
  RETURN [n1.name, head(COLLECT {
    MATCH (n1)-[e4:LOCATED_IN]->(n3:District)
    WITH e4, n3 ORDER BY e4.since_first IS NULL, e4.since_first DESC LIMIT 1
    RETURN [n3.name, head(COLLECT {
      MATCH (n3)-[e7:LOCATED_IN]->(n6)
      WITH e7, n6 ORDER BY e7.since_first IS NULL, e7.since_first DESC LIMIT 1
      RETURN [n6.name]
    })]
  }), head(COLLECT {
    MATCH (n1)-[e12:LOCATED_IN]->(n11:District)
    WITH e12, n11 ORDER BY e12.since_first IS NULL, e12.since_first DESC LIMIT 1
    RETURN [e12.since, COLLECT {
      UNWIND range(0, coalesce(size(e12._sources), 0) - 1) AS i14
      MATCH (n15:Source {slug: e12._sources[i14]})
      RETURN [e12._places[i14], n15.title]
    }, n11.slug]
  })]
},
       head(COLLECT {
  MATCH (n19:Phase {slug: $p0})
  RETURN [head(COLLECT {
    MATCH (n19)-[e22:PART_OF]->(n21)
    WITH e22, n21 ORDER BY e22.since_first IS NULL, e22.since_first DESC LIMIT 1
    RETURN [n21.slug, COLLECT {
      MATCH (n21)<-[e25:PART_OF]-(n24:Phase)
      WITH e25, n24 ORDER BY n24.position, n24.title_sort, n24.slug LIMIT $l1
      RETURN [n24.slug]
    }]
  })]
})

// $p0 = "starke-orte-1"
// $l0 = 21
// $l1 = 21
