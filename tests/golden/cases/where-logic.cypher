RETURN COLLECT {
  MATCH (n1:Programme)
  WHERE n1.kind = $p0 OR (n1.start_first >= $p1 AND n1.status = $p2)
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.slug]
},
       COLLECT {
  MATCH (n6:Programme)
  WHERE NOT (coalesce(n6.kind = $p0, false) OR coalesce(n6.shortTitle = $p3, false))
  WITH n6 ORDER BY n6._place LIMIT $l1
  RETURN [n6.slug]
},
       COLLECT {
  MATCH (n11:Programme)
  WHERE NOT (NOT (coalesce(n11.shortTitle STARTS WITH $p4, false)))
  WITH n11 ORDER BY n11._place LIMIT $l2
  RETURN [n11.slug]
},
       COUNT {
  MATCH (n16:Programme)
  WHERE false
},
       COUNT {
  MATCH (n18:Programme)
  WHERE NOT (false)
},
       COUNT {
  MATCH (n20:Programme)
  WHERE NOT (true)
}

// $p0 = "PILOT"
// $p1 = "2021-01-01"
// $p2 = "DISPUTED"
// $p3 = "SO"
// $p4 = "S"
// $l0 = 20
// $l1 = 20
// $l2 = 20
// $l3 = 20
// $l4 = 20
// $l5 = 20
