RETURN head(COLLECT {
  MATCH (n1:Municipality {ags: $p0})
  RETURN [n1.slug, n1.name, n1.population, head(COLLECT {
    MATCH (n1)-[e4:LOCATED_IN]->(n3:District)
    WITH e4, n3 ORDER BY e4.since_first IS NULL, e4.since_first DESC LIMIT 1
    RETURN [n3.name]
  }), head(COLLECT {
    MATCH (n1)-[e8:LOCATED_IN]->(n7:State)
    WITH e8, n7 ORDER BY e8.since_first IS NULL, e8.since_first DESC LIMIT 1
    RETURN [n7.slug, n7.ags]
  })]
}),
       head(COLLECT {
  MATCH (n12:District {ags: $p1})
  RETURN [n12.name, n12.officialName, n12.areaKm2]
}),
       head(COLLECT {
  MATCH (n15:State {ags: $p2})
  RETURN [n15.name]
}),
       head(COLLECT {
  MATCH (n18:Municipality {ags: $p3})
  RETURN [n18.slug]
})

// $p0 = "91001001"
// $p1 = "91001"
// $p2 = "91"
// $p3 = "00000000"
