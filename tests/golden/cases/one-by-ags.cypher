RETURN head(COLLECT {
  MATCH (n1:Municipality {ags: $p0})
  RETURN [n1.slug, n1.name, n1.population, head(COLLECT {
    MATCH (n1)-[e4:LOCATED_IN]->(n3:District)
    WITH e4, n3, e4.since_first AS s5 ORDER BY s5 IS NULL, s5 DESC LIMIT 1
    RETURN [n3.name]
  }), head(COLLECT {
    MATCH (n1)-[e9:LOCATED_IN]->(n8:State)
    WITH e9, n8, e9.since_first AS s10 ORDER BY s10 IS NULL, s10 DESC LIMIT 1
    RETURN [n8.slug, n8.ags]
  })]
}),
       head(COLLECT {
  MATCH (n14:District {ags: $p1})
  RETURN [n14.name, n14.officialName, n14.areaKm2]
}),
       head(COLLECT {
  MATCH (n17:State {ags: $p2})
  RETURN [n17.name]
}),
       head(COLLECT {
  MATCH (n20:Municipality {ags: $p3})
  RETURN [n20.slug]
})

// $p0 = "91001001"
// $p1 = "91001"
// $p2 = "91"
// $p3 = "00000000"
