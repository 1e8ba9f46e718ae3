RETURN COLLECT {
  MATCH (n1:Programme)
  WHERE n1.kind = $p0 OR (n1.start_first >= $p1 AND n1.status = $p2)
  WITH n1 ORDER BY n1.title_sort, n1.slug LIMIT $l0
  RETURN [n1.slug]
},
       COLLECT {
  MATCH (n4:Programme)
  WHERE NOT (coalesce(n4.kind = $p0, false) OR coalesce(n4.shortTitle = $p3, false))
  WITH n4 ORDER BY n4.title_sort, n4.slug LIMIT $l1
  RETURN [n4.slug]
},
       COLLECT {
  MATCH (n7:Programme)
  WHERE NOT (NOT (coalesce(n7.shortTitle STARTS WITH $p4, false)))
  WITH n7 ORDER BY n7.title_sort, n7.slug LIMIT $l2
  RETURN [n7.slug]
},
       COUNT {
  MATCH (n10:Programme)
  WHERE false
},
       COUNT {
  MATCH (n12:Programme)
  WHERE NOT (false)
},
       COUNT {
  MATCH (n14:Programme)
  WHERE NOT (true)
}

// $p0 = "PILOT"
// $p1 = "2021-01-01"
// $p2 = "DISPUTED"
// $p3 = "SO"
// $p4 = "S"
// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
// $l4 = 21
// $l5 = 21
