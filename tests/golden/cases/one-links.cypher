RETURN COLLECT {
  MATCH (n1:Municipality)
  WHERE n1.name_sort IS NOT NULL
  WITH n1 ORDER BY n1.name_sort, n1.slug LIMIT $l0
  RETURN [n1.name, head(COLLECT {
    MATCH (n1)-[e4:LOCATED_IN]->(n3:District)
    WITH e4, n3, e4.since_first AS s5 ORDER BY s5 IS NULL, s5 DESC LIMIT 1
    RETURN [n3.name, head(COLLECT {
      MATCH (n3)-[e8:LOCATED_IN]->(n7)
      WITH e8, n7, e8.since_first AS s9 ORDER BY s9 IS NULL, s9 DESC LIMIT 1
      RETURN [n7.name]
    })]
  }), head(COLLECT {
    MATCH (n1)-[e14:LOCATED_IN]->(n13:District)
    WITH e14, n13, e14.since_first AS s15 ORDER BY s15 IS NULL, s15 DESC LIMIT 1
    RETURN [e14.since, COLLECT {
      UNWIND range(0, coalesce(size(e14._sources), 0) - 1) AS i17
      MATCH (n18:Source {slug: e14._sources[i17]})
      RETURN [e14._places[i17], n18.title]
    }, n13.slug]
  })]
},
       head(COLLECT {
  MATCH (n22:Phase {slug: $p0})
  RETURN [head(COLLECT {
    MATCH (n22)-[e25:PART_OF]->(n24)
    WITH e25, n24, e25.since_first AS s26 ORDER BY s26 IS NULL, s26 DESC LIMIT 1
    RETURN [n24.slug, COLLECT {
      MATCH (n24)<-[e29:PART_OF]-(n28:Phase)
      WITH e29, n28 ORDER BY n28.position, n28.title_sort, n28.slug LIMIT $l1
      RETURN [n28.slug]
    }]
  })]
})

// $p0 = "starke-orte-1"
// $l0 = 21
// $l1 = 21
