RETURN COLLECT {
  MATCH (n1:Programme)
  WHERE n1.title = $p0
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.slug]
},
       COLLECT {
  MATCH (n6:Programme)
  WHERE (n6.shortTitle IS NULL OR n6.shortTitle <> $p1)
  WITH n6 ORDER BY n6._place LIMIT $l1
  RETURN [n6.slug]
},
       COLLECT {
  MATCH (n11:Programme)
  WHERE n11.slug IN $p2
  WITH n11 ORDER BY n11._place LIMIT $l2
  RETURN [n11.slug]
},
       COLLECT {
  MATCH (n16:Programme)
  WHERE (n16.shortTitle IS NULL OR NOT n16.shortTitle IN $p3)
  WITH n16 ORDER BY n16._place LIMIT $l3
  RETURN [n16.slug]
},
       COLLECT {
  MATCH (n21:Programme)
  WHERE n21.slug > $p4 AND n21.slug <= $p5
  WITH n21 ORDER BY n21._place LIMIT $l4
  RETURN [n21.slug]
},
       COLLECT {
  MATCH (n26:Programme)
  WHERE n26.slug >= $p6 AND n26.slug < $p5
  WITH n26 ORDER BY n26._place LIMIT $l5
  RETURN [n26.slug]
},
       COLLECT {
  MATCH (n31:Programme)
  WHERE n31.slug >= $p7 AND n31.slug <= $p8
  WITH n31 ORDER BY n31._place LIMIT $l6
  RETURN [n31.slug]
},
       COLLECT {
  MATCH (n36:Programme)
  WHERE n36.title CONTAINS $p9 AND n36.title STARTS WITH $p10 AND n36.title ENDS WITH $p11
  WITH n36 ORDER BY n36._place LIMIT $l7
  RETURN [n36.slug]
},
       COLLECT {
  MATCH (n41:Programme)
  WHERE n41.shortTitle IS NULL
  WITH n41 ORDER BY n41._place LIMIT $l8
  RETURN [n41.slug]
},
       COLLECT {
  MATCH (n46:Programme)
  WHERE n46.website IS NOT NULL
  WITH n46 ORDER BY n46._place LIMIT $l9
  RETURN [n46.slug]
},
       COLLECT {
  MATCH (n51:Programme)
  WHERE n51.summary CONTAINS $p12
  WITH n51 ORDER BY n51._place LIMIT $l10
  RETURN [n51.slug]
},
       COUNT {
  MATCH (n56:Programme)
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
