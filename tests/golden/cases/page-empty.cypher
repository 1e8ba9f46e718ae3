RETURN COUNT {
  MATCH (n1:Programme)
},
       COLLECT {
  MATCH (n1:Programme)
  WHERE n1._place IS NOT NULL
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.slug, n1._place]
},
       COLLECT {
  MATCH (n6:Programme)
  WHERE n6.slug = $p0
  WITH n6 ORDER BY n6._place LIMIT $l1
  RETURN [n6._place]
}

// $p0 = "x"
// $l0 = 1
// $l1 = 21
