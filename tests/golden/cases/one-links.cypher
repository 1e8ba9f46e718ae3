RETURN COLLECT {
  MATCH (n1:Municipality)
  WHERE n1._place IS NOT NULL
  WITH n1 ORDER BY n1._place LIMIT $l0
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
  MATCH (n24:Phase {slug: $p0})
  RETURN [head(COLLECT {
    MATCH (n24)-[e27:PART_OF]->(n26)
    WITH e27, n26, e27.since_first AS s28 ORDER BY s28 IS NULL, s28 DESC LIMIT 1
    RETURN [n26.slug, COLLECT {
      MATCH (n26)<-[e31:PART_OF]-(n30:Phase)
      WITH e31, n30 ORDER BY n30.position, n30.title_sort, n30.slug LIMIT $l1
      RETURN [n30.slug]
    }]
  })]
})

// $p0 = "starke-orte-1"
// $l0 = 20
// $l1 = 20
