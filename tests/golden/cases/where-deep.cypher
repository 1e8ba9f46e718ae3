RETURN COLLECT {
  MATCH (n1:Person)
  WHERE EXISTS { MATCH (n1)-[e3:SPEAKS_FOR]->(n2:Network) WHERE EXISTS { MATCH (n2)<-[e5:MEMBER_OF]-(n4) WHERE n4:Municipality AND (EXISTS { MATCH (n4)-[e7:JOINED]->(n6) WHERE EXISTS { MATCH (n6)<-[e9:SUPPORTS]-(n8) WHERE e9.role = $p0 AND e9.amount >= $p1 } }) } }
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.name]
}

// $p0 = "FUNDER"
// $p1 = 50000
// $l0 = 20
