RETURN COLLECT {
  MATCH (n1:Programme)
  WHERE EXISTS { MATCH (n1)<-[e3:JOINED]-(n2) WHERE e3.role = $p0 }
  WITH n1 ORDER BY n1.title_sort, n1.slug LIMIT $l0
  RETURN [n1.slug]
},
       COLLECT {
  MATCH (n6:Programme)
  WHERE NOT EXISTS { MATCH (n6)<-[e8:JOINED]-(n7) WHERE e8.role IN $p1 }
  WITH n6 ORDER BY n6.title_sort, n6.slug LIMIT $l1
  RETURN [n6.slug]
},
       COLLECT {
  MATCH (n11:Programme)
  WHERE NOT EXISTS { MATCH (n11)<-[e13:JOINED]-(n12) WHERE NOT (coalesce(n12.population >= $p2, false)) }
  WITH n11 ORDER BY n11.title_sort, n11.slug LIMIT $l2
  RETURN [n11.slug]
},
       COLLECT {
  MATCH (n16:Programme)
  WHERE COUNT { MATCH (n16)<-[e18:JOINED]-(n17) WHERE n17.name = $p3 } = 1
  WITH n16 ORDER BY n16.title_sort, n16.slug LIMIT $l3
  RETURN [n16.slug]
},
       COUNT {
  MATCH (n21:Programme)
  WHERE EXISTS { MATCH (n21)<-[:JOINED]-() }
},
       COLLECT {
  MATCH (n25:Programme)
  WHERE EXISTS { MATCH (n25)<-[e27:JOINED]-(n26) WHERE e27.since_first >= $p4 } AND NOT EXISTS { MATCH (n25)<-[e29:JOINED]-(n28) WHERE e29.since_first >= $p5 }
  WITH n25 ORDER BY n25.title_sort, n25.slug LIMIT $l5
  RETURN [n25.slug]
}

// $p0 = "HOST"
// $p1 = ["HOST","EXAMPLE"]
// $p2 = 1000
// $p3 = "Freistadt"
// $p4 = "2018-01-01"
// $p5 = "2021-01-01"
// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
// $l4 = 21
// $l5 = 21
