RETURN COUNT {
  MATCH (n1:LocalAuthority)
  WHERE point.distance(n1.latitude_point, point({latitude: $p0, longitude: $p1})) <= $p2
},
       COLLECT {
  MATCH (n1:LocalAuthority)
  WHERE point.distance(n1.latitude_point, point({latitude: $p0, longitude: $p1})) <= $p2
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.name]
},
       COLLECT {
  MATCH (n6:Municipality)
  WHERE NOT (coalesce(point.distance(n6.latitude_point, point({latitude: $p0, longitude: $p1})) <= $p2, false))
  WITH n6 ORDER BY n6._place LIMIT $l1
  RETURN [n6.name]
},
       COLLECT {
  MATCH (n11:District)
  WHERE point.withinBBox(n11.latitude_point, point({latitude: $p3, longitude: $p4}), point({latitude: $p5, longitude: $p6}))
  WITH n11 ORDER BY n11._place LIMIT $l2
  RETURN [n11.name]
},
       COLLECT {
  MATCH (n16:Municipality)
  WHERE NOT (coalesce(point.withinBBox(n16.latitude_point, point({latitude: $p3, longitude: $p4}), point({latitude: $p5, longitude: $p6})), false))
  WITH n16 ORDER BY n16._place LIMIT $l3
  RETURN [n16.name]
},
       COLLECT {
  MATCH (n21:LocalAuthority)
  WHERE EXISTS { MATCH (n21)-[e23:LOCATED_IN]->(n22:State) WITH e23, n22, e23.since_first AS s24 ORDER BY s24 IS NULL, s24 DESC LIMIT 1 WHERE n22.slug = $p7 RETURN 1 }
  WITH n21 ORDER BY n21._place LIMIT $l4
  RETURN [n21.name]
},
       COLLECT {
  MATCH (n29:LocalAuthority)
  WHERE n29:Municipality AND EXISTS { MATCH (n29)-[e31:LOCATED_IN]->(n30:District) WITH e31, n30, e31.since_first AS s32 ORDER BY s32 IS NULL, s32 DESC LIMIT 1 WHERE n30.slug = $p8 RETURN 1 }
  WITH n29 ORDER BY n29._place LIMIT $l5
  RETURN [n29.name]
},
       COLLECT {
  MATCH (n37:Municipality)
  WHERE EXISTS { MATCH (n37)-[e39:LOCATED_IN]->(n38:District) WHERE (e39.since_first IS NULL OR e39.since_first <= $p10) AND (e39.until_last IS NULL OR e39.until_last >= $p9) WITH e39, n38, e39.since_first AS s40 ORDER BY s40 IS NULL, s40 DESC LIMIT 1 WHERE n38.slug = $p11 RETURN 1 }
  WITH n37 ORDER BY n37._place LIMIT $l6
  RETURN [n37.name]
},
       COLLECT {
  MATCH (n45:Programme)
  MATCH (n45)<-[e47:JOINED]-(n46:LocalAuthority)
  WHERE point.distance(n46.latitude_point, point({latitude: $p0, longitude: $p1})) <= $p2
  WITH DISTINCT n45
  WITH n45 ORDER BY n45._place LIMIT $l7
  RETURN [n45.title]
}

// $p0 = 53.2
// $p1 = 8.1
// $p2 = 10000.0
// $p3 = 53.0
// $p4 = 8.0
// $p5 = 54.0
// $p6 = 8.2
// $p7 = "nordland"
// $p8 = "oeberberg"
// $p9 = "2020-01-01"
// $p10 = "2020-12-31"
// $p11 = "auental"
// $l0 = 20
// $l1 = 20
// $l2 = 20
// $l3 = 20
// $l4 = 20
// $l5 = 20
// $l6 = 20
// $l7 = 20
