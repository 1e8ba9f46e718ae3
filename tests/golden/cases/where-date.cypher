RETURN COLLECT {
  MATCH (n1:Programme)
  WHERE n1.start = $p0
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.slug]
},
       COLLECT {
  MATCH (n6:Programme)
  WHERE (n6.start IS NULL OR n6.start <> $p0)
  WITH n6 ORDER BY n6._place LIMIT $l1
  RETURN [n6.slug]
},
       COLLECT {
  MATCH (n11:Programme)
  WHERE n11.start IN $p1
  WITH n11 ORDER BY n11._place LIMIT $l2
  RETURN [n11.slug]
},
       COLLECT {
  MATCH (n16:Programme)
  WHERE n16.start_last < $p2
  WITH n16 ORDER BY n16._place LIMIT $l3
  RETURN [n16.slug]
},
       COLLECT {
  MATCH (n21:Programme)
  WHERE n21.start_last <= $p3
  WITH n21 ORDER BY n21._place LIMIT $l4
  RETURN [n21.slug]
},
       COLLECT {
  MATCH (n26:Programme)
  WHERE n26.start_last <= $p4
  WITH n26 ORDER BY n26._place LIMIT $l5
  RETURN [n26.slug]
},
       COLLECT {
  MATCH (n31:Programme)
  WHERE n31.start_first > $p3
  WITH n31 ORDER BY n31._place LIMIT $l6
  RETURN [n31.slug]
},
       COLLECT {
  MATCH (n36:Programme)
  WHERE n36.start_first >= $p2
  WITH n36 ORDER BY n36._place LIMIT $l7
  RETURN [n36.slug]
},
       COLLECT {
  MATCH (n41:Programme)
  WHERE n41.end_last < $p2
  WITH n41 ORDER BY n41._place LIMIT $l8
  RETURN [n41.slug]
},
       COLLECT {
  MATCH (n46:Programme)
  WHERE n46.end_first > $p3
  WITH n46 ORDER BY n46._place LIMIT $l9
  RETURN [n46.slug]
},
       COLLECT {
  MATCH (n51:Programme)
  WHERE n51.start_first >= $p5 AND n51.start_last <= $p6
  WITH n51 ORDER BY n51._place LIMIT $l10
  RETURN [n51.slug]
},
       COLLECT {
  MATCH (n56:Programme)
  WHERE n56.start_first >= $p7 AND n56.start_last <= $p8
  WITH n56 ORDER BY n56._place LIMIT $l11
  RETURN [n56.slug]
}

// $p0 = "2015"
// $p1 = ["2015","2012-12"]
// $p2 = "2015-01-01"
// $p3 = "2015-12-31"
// $p4 = "2015-06-30"
// $p5 = "2021-01-01"
// $p6 = "2021-12-31"
// $p7 = "2012-01-01"
// $p8 = "2015-12-31"
// $l0 = 20
// $l1 = 20
// $l2 = 20
// $l3 = 20
// $l4 = 20
// $l5 = 20
// $l6 = 20
// $l7 = 20
// $l8 = 20
// $l9 = 20
// $l10 = 20
// $l11 = 20
