RETURN COLLECT {
  MATCH (n1:Programme)
  WHERE n1.start = $p0
  WITH n1 ORDER BY n1.title_sort, n1.slug LIMIT $l0
  RETURN [n1.slug]
},
       COLLECT {
  MATCH (n4:Programme)
  WHERE (n4.start IS NULL OR n4.start <> $p0)
  WITH n4 ORDER BY n4.title_sort, n4.slug LIMIT $l1
  RETURN [n4.slug]
},
       COLLECT {
  MATCH (n7:Programme)
  WHERE n7.start IN $p1
  WITH n7 ORDER BY n7.title_sort, n7.slug LIMIT $l2
  RETURN [n7.slug]
},
       COLLECT {
  MATCH (n10:Programme)
  WHERE n10.start_last < $p2
  WITH n10 ORDER BY n10.title_sort, n10.slug LIMIT $l3
  RETURN [n10.slug]
},
       COLLECT {
  MATCH (n13:Programme)
  WHERE n13.start_last <= $p3
  WITH n13 ORDER BY n13.title_sort, n13.slug LIMIT $l4
  RETURN [n13.slug]
},
       COLLECT {
  MATCH (n16:Programme)
  WHERE n16.start_last <= $p4
  WITH n16 ORDER BY n16.title_sort, n16.slug LIMIT $l5
  RETURN [n16.slug]
},
       COLLECT {
  MATCH (n19:Programme)
  WHERE n19.start_first > $p3
  WITH n19 ORDER BY n19.title_sort, n19.slug LIMIT $l6
  RETURN [n19.slug]
},
       COLLECT {
  MATCH (n22:Programme)
  WHERE n22.start_first >= $p2
  WITH n22 ORDER BY n22.title_sort, n22.slug LIMIT $l7
  RETURN [n22.slug]
},
       COLLECT {
  MATCH (n25:Programme)
  WHERE n25.end_last < $p2
  WITH n25 ORDER BY n25.title_sort, n25.slug LIMIT $l8
  RETURN [n25.slug]
},
       COLLECT {
  MATCH (n28:Programme)
  WHERE n28.end_first > $p3
  WITH n28 ORDER BY n28.title_sort, n28.slug LIMIT $l9
  RETURN [n28.slug]
},
       COLLECT {
  MATCH (n31:Programme)
  WHERE n31.start_first >= $p5 AND n31.start_last <= $p6
  WITH n31 ORDER BY n31.title_sort, n31.slug LIMIT $l10
  RETURN [n31.slug]
},
       COLLECT {
  MATCH (n34:Programme)
  WHERE n34.start_first >= $p7 AND n34.start_last <= $p8
  WITH n34 ORDER BY n34.title_sort, n34.slug LIMIT $l11
  RETURN [n34.slug]
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
// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
// $l4 = 21
// $l5 = 21
// $l6 = 21
// $l7 = 21
// $l8 = 21
// $l9 = 21
// $l10 = 21
// $l11 = 21
