RETURN COLLECT {
  MATCH (n1:Topic)
  WHERE n1.title_sort IS NOT NULL
  WITH n1 ORDER BY n1.title_sort, n1.slug LIMIT $l0
  RETURN [n1.title]
}

// $l0 = 21
