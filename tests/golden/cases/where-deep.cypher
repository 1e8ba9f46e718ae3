CALL () {
  MATCH (n10:Programme)
  WHERE EXISTS { MATCH (n10)<-[e12:SUPPORTS]-(n11) WHERE e12.role = $p0 AND e12.amount >= $p1 }
  RETURN collect(n10) AS those13
}
CALL (those13) {
  MATCH (n7:District|Municipality|Partner|Network)
  WHERE EXISTS { MATCH (n7)-[e9:JOINED]->(n8) WHERE n8 IN those13 }
  RETURN collect(n7) AS those14
}
CALL (those13, those14) {
  MATCH (n4:Network)
  WHERE EXISTS { MATCH (n4)<-[e6:MEMBER_OF]-(n5) WHERE n5:Municipality AND n5 IN those14 }
  RETURN collect(n4) AS those15
}
RETURN COLLECT {
  MATCH (n1:Person)
  WHERE EXISTS { MATCH (n1)-[e3:SPEAKS_FOR]->(n2:Network) WHERE n2 IN those15 }
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.name]
}

// $p0 = "FUNDER"
// $p1 = 50000
// $l0 = 20
