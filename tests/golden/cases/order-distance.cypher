RETURN COLLECT {
  MATCH (n1:LocalAuthority)
  WITH n1 ORDER BY round(point.distance(n1.latitude_point, point({latitude: $p0, longitude: $p1}))) / 1000, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END LIMIT $l0
  RETURN [n1.name, round(point.distance(n1.latitude_point, point({latitude: $p0, longitude: $p1}))) / 1000]
},
       COLLECT {
  MATCH (n4:LocalAuthority)
  WITH n4 ORDER BY round(point.distance(n4.latitude_point, point({latitude: $p0, longitude: $p1}))) / 1000 DESC, n4.slug, CASE WHEN n4:District THEN 'District' WHEN n4:Municipality THEN 'Municipality' END LIMIT $l1
  RETURN [CASE WHEN n4:District THEN 'District' WHEN n4:Municipality THEN 'Municipality' END, n4.name, round(point.distance(n4.latitude_point, point({latitude: $p2, longitude: $p3}))) / 1000]
},
       COLLECT {
  MATCH (n7:Municipality)
  WITH n7 ORDER BY head(COLLECT { MATCH (n7)-[e9:LOCATED_IN]->(n8:District) WITH e9, n8, e9.since_first AS s10 ORDER BY s10 IS NULL, s10 DESC LIMIT 1 RETURN round(point.distance(n8.latitude_point, point({latitude: $p0, longitude: $p1}))) / 1000 }) IS NULL, head(COLLECT { MATCH (n7)-[e9:LOCATED_IN]->(n8:District) WITH e9, n8, e9.since_first AS s10 ORDER BY s10 IS NULL, s10 DESC LIMIT 1 RETURN round(point.distance(n8.latitude_point, point({latitude: $p0, longitude: $p1}))) / 1000 }) DESC, n7.name_sort DESC, n7.slug LIMIT $l2
  RETURN [n7.name, head(COLLECT {
    MATCH (n7)-[e13:LOCATED_IN]->(n12:District)
    WITH e13, n12, e13.since_first AS s14 ORDER BY s14 IS NULL, s14 DESC LIMIT 1
    RETURN [round(point.distance(n12.latitude_point, point({latitude: $p0, longitude: $p1}))) / 1000]
  })]
},
       head(COLLECT {
  MATCH (n18:State {slug: $p4})
  RETURN [COLLECT {
    MATCH (n18)<-[e21:LOCATED_IN]-(n20)
    WHERE point.distance(n20.latitude_point, point({latitude: $p5, longitude: $p6})) <= $p7
    WITH e21, n20 ORDER BY round(point.distance(n20.latitude_point, point({latitude: $p0, longitude: $p1}))) / 1000, n20.slug, CASE WHEN n20:District THEN 'District' WHEN n20:Municipality THEN 'Municipality' END LIMIT $l3
    RETURN [n20.name, round(point.distance(n20.latitude_point, point({latitude: $p0, longitude: $p1}))) / 1000]
  }]
})

// $p0 = 53.25
// $p1 = 8.25
// $p2 = 53.2
// $p3 = 8.1
// $p4 = "nordland"
// $p5 = 53.25
// $p6 = 8.25
// $p7 = 200000.0
// $l0 = 21
// $l1 = 5
// $l2 = 21
// $l3 = 3
