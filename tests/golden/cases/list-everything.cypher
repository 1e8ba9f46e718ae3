RETURN COUNT {
  MATCH (n1:Programme)
},
       COLLECT {
  MATCH (n1:Programme)
  WHERE n1._place IS NOT NULL
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.slug, n1.title]
}

// $l0 = 21
