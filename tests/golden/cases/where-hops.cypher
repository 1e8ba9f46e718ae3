RETURN COUNT {
  MATCH (n2:Programme)
  WHERE EXISTS { MATCH (n2)<-[e5:SUPPORTS]-(n4) WHERE n4:Partner AND n4.name CONTAINS $p0 }
  WITH DISTINCT n2
  MATCH (n1:LocalAuthority)
  MATCH (n1)-[e3:JOINED]->(n2)
  WITH DISTINCT n1
  RETURN n1
},
       COLLECT {
  MATCH (n2:Programme)
  WHERE EXISTS { MATCH (n2)<-[e5:SUPPORTS]-(n4) WHERE n4:Partner AND n4.name CONTAINS $p0 }
  WITH DISTINCT n2
  MATCH (n1:LocalAuthority)
  MATCH (n1)-[e3:JOINED]->(n2)
  WITH DISTINCT n1
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.slug]
},
       COLLECT {
  MATCH (n11:Programme)
  WHERE n11.title CONTAINS $p1 AND (EXISTS { MATCH (n11)<-[e14:JOINED]-(n13) WHERE n13:District AND n13.name CONTAINS $p1 })
  WITH DISTINCT n11
  MATCH (n10:LocalAuthority)
  MATCH (n10)-[e12:JOINED]->(n11)
  WHERE e12.since_first >= $p2
  WITH DISTINCT n10
  WITH n10 ORDER BY n10._place LIMIT $l1
  RETURN [n10.slug]
},
       COUNT {
  MATCH (n19:LocalAuthority)
  WHERE EXISTS { MATCH (n19)-[e21:JOINED]->(n20) WHERE EXISTS { MATCH (n20)<-[:JOINED]-() } }
}

// $p0 = "Stiftung"
// $p1 = "e"
// $p2 = "2010-01-01"
// $l0 = 20
// $l1 = 20
// $l2 = 20
