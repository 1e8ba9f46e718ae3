RETURN COLLECT {
  MATCH (n1:Programme)
  WHERE COUNT { MATCH (n1)<-[:JOINED]-() } >= $p0 AND COUNT { MATCH (n1)<-[:JOINED]-() } < $p1
  WITH n1 ORDER BY n1.title_sort, n1.slug LIMIT $l0
  RETURN [n1.slug]
},
       COLLECT {
  MATCH (n8:Programme)
  WHERE COUNT { MATCH (n8)<-[:JOINED]-() } = $p2
  WITH n8 ORDER BY n8.title_sort, n8.slug LIMIT $l1
  RETURN [n8.slug]
},
       COLLECT {
  MATCH (n13:Programme)
  WHERE COUNT { MATCH (n13)<-[:JOINED]-() } <> $p2 AND NOT COUNT { MATCH (n13)<-[:JOINED]-() } IN $p3
  WITH n13 ORDER BY n13.title_sort, n13.slug LIMIT $l2
  RETURN [n13.slug]
},
       COLLECT {
  MATCH (n20:Programme)
  WHERE COUNT { MATCH (n20)<-[:JOINED]-() } IN $p4
  WITH n20 ORDER BY n20.title_sort, n20.slug LIMIT $l3
  RETURN [n20.slug]
},
       COLLECT {
  MATCH (n25:Programme)
  WHERE (COUNT { MATCH (n25)<-[:JOINED]-() } >= $p5 AND COUNT { MATCH (n25)<-[:JOINED]-() } <= $p6) AND EXISTS { MATCH (n25)<-[e29:JOINED]-(n28) WHERE e29.role = $p7 }
  WITH n25 ORDER BY n25.title_sort, n25.slug LIMIT $l4
  RETURN [n25.slug]
},
       COUNT {
  MATCH (n32:Programme)
  WHERE false
},
       COUNT {
  MATCH (n34:Programme)
},
       COLLECT {
  MATCH (n36:Programme)
  WHERE ((n36.start_first IS NULL OR n36.start_first <= $p9) AND (n36.end_last IS NULL OR n36.end_last >= $p8)) AND (COUNT { MATCH (n36)<-[e38:JOINED]-(n37) WHERE (e38.since_first IS NULL OR e38.since_first <= $p9) AND (e38.until_last IS NULL OR e38.until_last >= $p8) } = $p0)
  WITH n36 ORDER BY n36.title_sort, n36.slug LIMIT $l7
  RETURN [n36.slug]
}

// $p0 = 2
// $p1 = 5
// $p2 = 1
// $p3 = [0,7]
// $p4 = [1,2]
// $p5 = 2
// $p6 = 9
// $p7 = "PARTICIPANT"
// $p8 = "2016-01-01"
// $p9 = "2016-12-31"
// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
// $l4 = 21
// $l5 = 21
// $l6 = 21
// $l7 = 21
