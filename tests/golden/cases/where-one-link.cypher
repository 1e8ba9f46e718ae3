RETURN COLLECT {
  MATCH (n1:Municipality)
  WHERE EXISTS { MATCH (n1)-[e3:LOCATED_IN]->(n2:District) WITH e3, n2 ORDER BY e3.since_first IS NULL, e3.since_first DESC LIMIT 1 WHERE n2.name = $p0 RETURN 1 } AND EXISTS { MATCH (n1)-[e5:LOCATED_IN]->(n4:State) WITH e5, n4 ORDER BY e5.since_first IS NULL, e5.since_first DESC LIMIT 1 WHERE n4.population > $p1 RETURN 1 }
  WITH n1 ORDER BY n1.name_sort, n1.slug LIMIT $l0
  RETURN [n1.name]
},
       COLLECT {
  MATCH (n8:Municipality)
  WHERE NOT (EXISTS { MATCH (n8)-[:LOCATED_IN]->(:District) })
  WITH n8 ORDER BY n8.name_sort, n8.slug LIMIT $l1
  RETURN [n8.name]
}

// $p0 = "Öberberg"
// $p1 = 1
// $l0 = 21
// $l1 = 21
