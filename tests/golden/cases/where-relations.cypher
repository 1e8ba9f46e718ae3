RETURN COLLECT {
  MATCH (n1:Programme)
  WHERE EXISTS { MATCH (n1)<-[e3:JOINED]-(n2) WHERE e3.role = $p0 }
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.slug]
},
       COLLECT {
  MATCH (n8:Programme)
  WHERE NOT EXISTS { MATCH (n8)<-[e10:JOINED]-(n9) WHERE e10.role IN $p1 }
  WITH n8 ORDER BY n8._place LIMIT $l1
  RETURN [n8.slug]
},
       COLLECT {
  MATCH (n15:Programme)
  WHERE NOT EXISTS { MATCH (n15)<-[e17:JOINED]-(n16) WHERE NOT (coalesce(n16.population >= $p2, false)) }
  WITH n15 ORDER BY n15._place LIMIT $l2
  RETURN [n15.slug]
},
       COLLECT {
  MATCH (n22:Programme)
  WHERE COUNT { MATCH (n22)<-[e24:JOINED]-(n23) WHERE n23.name = $p3 } = 1
  WITH n22 ORDER BY n22._place LIMIT $l3
  RETURN [n22.slug]
},
       COUNT {
  MATCH (n29:Programme)
  WHERE EXISTS { MATCH (n29)<-[:JOINED]-() }
},
       COLLECT {
  MATCH (n33:Programme)
  WHERE EXISTS { MATCH (n33)<-[e35:JOINED]-(n34) WHERE e35.since_first >= $p4 } AND NOT EXISTS { MATCH (n33)<-[e37:JOINED]-(n36) WHERE e37.since_first >= $p5 }
  WITH n33 ORDER BY n33._place LIMIT $l5
  RETURN [n33.slug]
}

// $p0 = "HOST"
// $p1 = ["HOST","EXAMPLE"]
// $p2 = 1000
// $p3 = "Freistadt"
// $p4 = "2018-01-01"
// $p5 = "2021-01-01"
// $l0 = 20
// $l1 = 20
// $l2 = 20
// $l3 = 20
// $l4 = 20
// $l5 = 20
