RETURN COUNT {
  MATCH (n1:LocalAuthority)
  WHERE point.distance(n1.latitude_point, point({latitude: $p0, longitude: $p1})) <= $p2
},
       COLLECT {
  MATCH (n1:LocalAuthority)
  WHERE point.distance(n1.latitude_point, point({latitude: $p0, longitude: $p1})) <= $p2
  WITH n1 ORDER BY n1.name_sort, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END LIMIT $l0
  RETURN [n1.name]
},
       COLLECT {
  MATCH (n4:Municipality)
  WHERE NOT (coalesce(point.distance(n4.latitude_point, point({latitude: $p0, longitude: $p1})) <= $p2, false))
  WITH n4 ORDER BY n4.name_sort, n4.slug LIMIT $l1
  RETURN [n4.name]
},
       COLLECT {
  MATCH (n7:District)
  WHERE point.withinBBox(n7.latitude_point, point({latitude: $p3, longitude: $p4}), point({latitude: $p5, longitude: $p6}))
  WITH n7 ORDER BY n7.name_sort, n7.slug LIMIT $l2
  RETURN [n7.name]
},
       COLLECT {
  MATCH (n10:Municipality)
  WHERE NOT (coalesce(point.withinBBox(n10.latitude_point, point({latitude: $p3, longitude: $p4}), point({latitude: $p5, longitude: $p6})), false))
  WITH n10 ORDER BY n10.name_sort, n10.slug LIMIT $l3
  RETURN [n10.name]
},
       COLLECT {
  MATCH (n13:LocalAuthority)
  WHERE EXISTS { MATCH (n13)-[e15:LOCATED_IN]->(n14:State) WITH e15, n14, e15.since_first AS s16 ORDER BY s16 IS NULL, s16 DESC LIMIT 1 WHERE n14.slug = $p7 RETURN 1 }
  WITH n13 ORDER BY n13.name_sort, n13.slug, CASE WHEN n13:District THEN 'District' WHEN n13:Municipality THEN 'Municipality' END LIMIT $l4
  RETURN [n13.name]
},
       COLLECT {
  MATCH (n19:LocalAuthority)
  WHERE n19:Municipality AND EXISTS { MATCH (n19)-[e21:LOCATED_IN]->(n20:District) WITH e21, n20, e21.since_first AS s22 ORDER BY s22 IS NULL, s22 DESC LIMIT 1 WHERE n20.slug = $p8 RETURN 1 }
  WITH n19 ORDER BY n19.name_sort, n19.slug, CASE WHEN n19:District THEN 'District' WHEN n19:Municipality THEN 'Municipality' END LIMIT $l5
  RETURN [n19.name]
},
       COLLECT {
  MATCH (n25:Municipality)
  WHERE EXISTS { MATCH (n25)-[e27:LOCATED_IN]->(n26:District) WHERE (e27.since_first IS NULL OR e27.since_first <= $p10) AND (e27.until_last IS NULL OR e27.until_last >= $p9) WITH e27, n26, e27.since_first AS s28 ORDER BY s28 IS NULL, s28 DESC LIMIT 1 WHERE n26.slug = $p11 RETURN 1 }
  WITH n25 ORDER BY n25.name_sort, n25.slug LIMIT $l6
  RETURN [n25.name]
},
       COLLECT {
  MATCH (n31:Programme)
  MATCH (n31)<-[e33:JOINED]-(n32:LocalAuthority)
  WHERE point.distance(n32.latitude_point, point({latitude: $p0, longitude: $p1})) <= $p2
  WITH DISTINCT n31
  WITH n31 ORDER BY n31.title_sort, n31.slug LIMIT $l7
  RETURN [n31.title]
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
// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
// $l4 = 21
// $l5 = 21
// $l6 = 21
// $l7 = 21
