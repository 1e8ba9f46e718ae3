CALL () {
  MATCH (n4:Programme)
  MATCH (n4)<-[e6:SUPPORTS]-(n5:Partner|District|Municipality|Network|State)
  WHERE n5:Partner AND n5.name CONTAINS $p0
  WITH DISTINCT n4
  RETURN collect(n4) AS those7
}
CALL (those7) {
  MATCH (n15:Programme)
  MATCH (n15)<-[e17:JOINED]-(n16:LocalAuthority)
  WHERE (n16:District AND n16.name CONTAINS $p1) AND n15.title CONTAINS $p1
  WITH DISTINCT n15
  RETURN collect(n15) AS those18
}
RETURN COUNT {
  UNWIND those7 AS n2
  MATCH (n1:LocalAuthority)
  MATCH (n1)-[e3:JOINED]->(n2)
  WITH DISTINCT n1
  RETURN n1
},
       COLLECT {
  UNWIND those7 AS n2
  MATCH (n1:LocalAuthority)
  MATCH (n1)-[e3:JOINED]->(n2)
  WITH DISTINCT n1
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.slug]
},
       COLLECT {
  UNWIND those18 AS n13
  MATCH (n12:LocalAuthority)
  MATCH (n12)-[e14:JOINED]->(n13)
  WHERE e14.since_first >= $p2
  WITH DISTINCT n12
  WITH n12 ORDER BY n12._place LIMIT $l1
  RETURN [n12.slug]
},
       COUNT {
  MATCH (n23:LocalAuthority)
  WHERE EXISTS { MATCH (n23)-[e25:JOINED]->(n24) WHERE EXISTS { MATCH (n24)<-[:JOINED]-() } }
}

// $p0 = "Stiftung"
// $p1 = "e"
// $p2 = "2010-01-01"
// $l0 = 20
// $l1 = 20
// $l2 = 20
