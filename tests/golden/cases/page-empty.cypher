RETURN COUNT {
  MATCH (n1:Programme)
},
       COLLECT {
  MATCH (n1:Programme)
  WHERE n1.title_sort IS NOT NULL
  WITH n1 ORDER BY n1.title_sort, n1.slug LIMIT $l0
  RETURN [n1.slug, n1.title_sort]
},
       COLLECT {
  MATCH (n4:Programme)
  WHERE n4.slug = $p0
  WITH n4 ORDER BY n4.title_sort, n4.slug LIMIT $l1
  RETURN [n4.title_sort, n4.slug]
}

// $p0 = "x"
// $l0 = 1
// $l1 = 21
