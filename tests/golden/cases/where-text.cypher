RETURN COLLECT {
  MATCH (n1:Programme)
  WHERE n1.title = $p0
  WITH n1 ORDER BY n1.title_sort, n1.slug LIMIT $l0
  RETURN [n1.slug]
},
       COLLECT {
  MATCH (n4:Programme)
  WHERE (n4.shortTitle IS NULL OR n4.shortTitle <> $p1)
  WITH n4 ORDER BY n4.title_sort, n4.slug LIMIT $l1
  RETURN [n4.slug]
},
       COLLECT {
  MATCH (n7:Programme)
  WHERE n7.slug IN $p2
  WITH n7 ORDER BY n7.title_sort, n7.slug LIMIT $l2
  RETURN [n7.slug]
},
       COLLECT {
  MATCH (n10:Programme)
  WHERE (n10.shortTitle IS NULL OR NOT n10.shortTitle IN $p3)
  WITH n10 ORDER BY n10.title_sort, n10.slug LIMIT $l3
  RETURN [n10.slug]
},
       COLLECT {
  MATCH (n13:Programme)
  WHERE n13.slug > $p4 AND n13.slug <= $p5
  WITH n13 ORDER BY n13.title_sort, n13.slug LIMIT $l4
  RETURN [n13.slug]
},
       COLLECT {
  MATCH (n16:Programme)
  WHERE n16.slug >= $p6 AND n16.slug < $p5
  WITH n16 ORDER BY n16.title_sort, n16.slug LIMIT $l5
  RETURN [n16.slug]
},
       COLLECT {
  MATCH (n19:Programme)
  WHERE n19.slug >= $p7 AND n19.slug <= $p8
  WITH n19 ORDER BY n19.title_sort, n19.slug LIMIT $l6
  RETURN [n19.slug]
},
       COLLECT {
  MATCH (n22:Programme)
  WHERE n22.title CONTAINS $p9 AND n22.title STARTS WITH $p10 AND n22.title ENDS WITH $p11
  WITH n22 ORDER BY n22.title_sort, n22.slug LIMIT $l7
  RETURN [n22.slug]
},
       COLLECT {
  MATCH (n25:Programme)
  WHERE n25.shortTitle IS NULL
  WITH n25 ORDER BY n25.title_sort, n25.slug LIMIT $l8
  RETURN [n25.slug]
},
       COLLECT {
  MATCH (n28:Programme)
  WHERE n28.website IS NOT NULL
  WITH n28 ORDER BY n28.title_sort, n28.slug LIMIT $l9
  RETURN [n28.slug]
},
       COLLECT {
  MATCH (n31:Programme)
  WHERE n31.summary CONTAINS $p12
  WITH n31 ORDER BY n31.title_sort, n31.slug LIMIT $l10
  RETURN [n31.slug]
},
       COUNT {
  MATCH (n34:Programme)
}

// $p0 = "Starke Orte"
// $p1 = "SO"
// $p2 = ["zukunft","offene-tueren"]
// $p3 = ["SO","X"]
// $p4 = "offene-tueren"
// $p5 = "zukunft"
// $p6 = "s"
// $p7 = "p"
// $p8 = "starke-orte"
// $p9 = "ür"
// $p10 = "Off"
// $p11 = "en"
// $p12 = "Geld"
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
