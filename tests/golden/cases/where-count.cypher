RETURN COLLECT {
  MATCH (n1:Programme)
  WHERE COUNT { MATCH (n1)<-[:JOINED]-() } >= $p0 AND COUNT { MATCH (n1)<-[:JOINED]-() } < $p1
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.slug]
},
       COLLECT {
  MATCH (n10:Programme)
  WHERE COUNT { MATCH (n10)<-[:JOINED]-() } = $p2
  WITH n10 ORDER BY n10._place LIMIT $l1
  RETURN [n10.slug]
},
       COLLECT {
  MATCH (n17:Programme)
  WHERE COUNT { MATCH (n17)<-[:JOINED]-() } <> $p2 AND NOT COUNT { MATCH (n17)<-[:JOINED]-() } IN $p3
  WITH n17 ORDER BY n17._place LIMIT $l2
  RETURN [n17.slug]
},
       COLLECT {
  MATCH (n26:Programme)
  WHERE COUNT { MATCH (n26)<-[:JOINED]-() } IN $p4
  WITH n26 ORDER BY n26._place LIMIT $l3
  RETURN [n26.slug]
},
       COLLECT {
  MATCH (n33:Programme)
  WHERE (COUNT { MATCH (n33)<-[:JOINED]-() } >= $p5 AND COUNT { MATCH (n33)<-[:JOINED]-() } <= $p6) AND EXISTS { MATCH (n33)<-[e37:JOINED]-(n36) WHERE e37.role = $p7 }
  WITH n33 ORDER BY n33._place LIMIT $l4
  RETURN [n33.slug]
},
       COUNT {
  MATCH (n42:Programme)
  WHERE false
},
       COUNT {
  MATCH (n44:Programme)
},
       COLLECT {
  MATCH (n46:Programme)
  WHERE ((n46.start_first IS NULL OR n46.start_first <= $p9) AND (n46.end_last IS NULL OR n46.end_last >= $p8)) AND (COUNT { MATCH (n46)<-[e48:JOINED]-(n47) WHERE (e48.since_first IS NULL OR e48.since_first <= $p9) AND (e48.until_last IS NULL OR e48.until_last >= $p8) } = $p0)
  WITH n46 ORDER BY n46._place LIMIT $l7
  RETURN [n46.slug]
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
// $l0 = 20
// $l1 = 20
// $l2 = 20
// $l3 = 20
// $l4 = 20
// $l5 = 20
// $l6 = 20
// $l7 = 20
