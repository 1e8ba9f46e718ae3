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
  WHERE EXISTS { MATCH (n13)-[e15:LOCATED_IN]->(n14:State) WITH e15, n14 ORDER BY e15.since_first IS NULL, e15.since_first DESC LIMIT 1 WHERE n14.slug = $p7 RETURN 1 }
  WITH n13 ORDER BY n13.name_sort, n13.slug, CASE WHEN n13:District THEN 'District' WHEN n13:Municipality THEN 'Municipality' END LIMIT $l4
  RETURN [n13.name]
},
       COLLECT {
  MATCH (n18:LocalAuthority)
  WHERE n18:Municipality AND EXISTS { MATCH (n18)-[e20:LOCATED_IN]->(n19:District) WITH e20, n19 ORDER BY e20.since_first IS NULL, e20.since_first DESC LIMIT 1 WHERE n19.slug = $p8 RETURN 1 }
  WITH n18 ORDER BY n18.name_sort, n18.slug, CASE WHEN n18:District THEN 'District' WHEN n18:Municipality THEN 'Municipality' END LIMIT $l5
  RETURN [n18.name]
},
       COLLECT {
  MATCH (n23:Municipality)
  WHERE EXISTS { MATCH (n23)-[e25:LOCATED_IN]->(n24:District) WHERE (e25.since_first IS NULL OR e25.since_first <= $p10) AND (e25.until_last IS NULL OR e25.until_last >= $p9) WITH e25, n24 ORDER BY e25.since_first IS NULL, e25.since_first DESC LIMIT 1 WHERE n24.slug = $p11 RETURN 1 }
  WITH n23 ORDER BY n23.name_sort, n23.slug LIMIT $l6
  RETURN [n23.name]
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
