RETURN COLLECT {
  MATCH (n1:Municipality)
  WHERE EXISTS { MATCH (n1)-[e3:LOCATED_IN]->(n2:District) WITH e3, n2, e3.since_first AS s4 ORDER BY s4 IS NULL, s4 DESC LIMIT 1 WHERE n2.name = $p0 RETURN 1 } AND EXISTS { MATCH (n1)-[e6:LOCATED_IN]->(n5:State) WITH e6, n5, e6.since_first AS s7 ORDER BY s7 IS NULL, s7 DESC LIMIT 1 WHERE n5.population > $p1 RETURN 1 }
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.name]
},
       COLLECT {
  MATCH (n12:Municipality)
  WHERE NOT (EXISTS { MATCH (n12)-[:LOCATED_IN]->(:District) })
  WITH n12 ORDER BY n12._place LIMIT $l1
  RETURN [n12.name]
}

// $p0 = "Öberberg"
// $p1 = 1
// $l0 = 20
// $l1 = 20
