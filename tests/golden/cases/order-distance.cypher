RETURN COLLECT {
  MATCH (n1:LocalAuthority)
  WITH n1 ORDER BY round(point.distance(n1.latitude_point, point({latitude: $p0, longitude: $p1}))) / 1000, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END LIMIT $l0
  RETURN [n1.name, round(point.distance(n1.latitude_point, point({latitude: $p0, longitude: $p1}))) / 1000]
},
       COLLECT {
  MATCH (n6:LocalAuthority)
  WITH n6 ORDER BY round(point.distance(n6.latitude_point, point({latitude: $p0, longitude: $p1}))) / 1000 DESC, n6.slug, CASE WHEN n6:District THEN 'District' WHEN n6:Municipality THEN 'Municipality' END LIMIT $l1
  RETURN [CASE WHEN n6:District THEN 'District' ELSE 'Municipality' END, n6.name, round(point.distance(n6.latitude_point, point({latitude: $p2, longitude: $p3}))) / 1000]
},
       COLLECT {
  MATCH (n11:Municipality)
  WITH n11 ORDER BY head(COLLECT { MATCH (n11)-[e13:LOCATED_IN]->(n12:District) WITH e13, n12, e13.since_first AS s14 ORDER BY s14 IS NULL, s14 DESC LIMIT 1 RETURN round(point.distance(n12.latitude_point, point({latitude: $p0, longitude: $p1}))) / 1000 }) IS NULL, head(COLLECT { MATCH (n11)-[e13:LOCATED_IN]->(n12:District) WITH e13, n12, e13.since_first AS s14 ORDER BY s14 IS NULL, s14 DESC LIMIT 1 RETURN round(point.distance(n12.latitude_point, point({latitude: $p0, longitude: $p1}))) / 1000 }) DESC, n11.name_sort DESC, n11.slug LIMIT $l2
  RETURN [n11.name, head(COLLECT {
    MATCH (n11)-[e17:LOCATED_IN]->(n16:District)
    WITH e17, n16, e17.since_first AS s18 ORDER BY s18 IS NULL, s18 DESC LIMIT 1
    RETURN [round(point.distance(n16.latitude_point, point({latitude: $p0, longitude: $p1}))) / 1000]
  })]
},
       head(COLLECT {
  MATCH (n24:State {slug: $p4})
  RETURN [COLLECT {
    MATCH (n24)<-[e27:LOCATED_IN]-(n26)
    WHERE point.distance(n26.latitude_point, point({latitude: $p5, longitude: $p6})) <= $p7
    WITH e27, n26 ORDER BY round(point.distance(n26.latitude_point, point({latitude: $p0, longitude: $p1}))) / 1000, n26.slug, CASE WHEN n26:District THEN 'District' WHEN n26:Municipality THEN 'Municipality' END LIMIT $l3
    RETURN [n26.name, round(point.distance(n26.latitude_point, point({latitude: $p0, longitude: $p1}))) / 1000]
  }, n24.slug]
})

// $p0 = 53.25
// $p1 = 8.25
// $p2 = 53.2
// $p3 = 8.1
// $p4 = "nordland"
// $p5 = 53.25
// $p6 = 8.25
// $p7 = 200000.0
// $l0 = 20
// $l1 = 4
// $l2 = 20
// $l3 = 2
