RETURN COLLECT {
  MATCH (n1:Municipality)
  WHERE EXISTS { MATCH (n1)-[e3:LOCATED_IN]->(n2:District) WITH e3, n2, e3.since_first AS s4 ORDER BY s4 IS NULL, s4 DESC LIMIT 1 WHERE n2.name = $p0 RETURN 1 } AND EXISTS { MATCH (n1)-[e6:LOCATED_IN]->(n5:State) WITH e6, n5, e6.since_first AS s7 ORDER BY s7 IS NULL, s7 DESC LIMIT 1 WHERE n5.population > $p1 RETURN 1 }
  WITH n1 ORDER BY n1.name_sort, n1.slug LIMIT $l0
  RETURN [n1.name]
},
       COLLECT {
  MATCH (n10:Municipality)
  WHERE NOT (EXISTS { MATCH (n10)-[:LOCATED_IN]->(:District) })
  WITH n10 ORDER BY n10.name_sort, n10.slug LIMIT $l1
  RETURN [n10.name]
}

// $p0 = "Öberberg"
// $p1 = 1
// $l0 = 21
// $l1 = 21
