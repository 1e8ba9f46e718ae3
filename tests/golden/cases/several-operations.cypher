RETURN COLLECT {
  MATCH (n1:Topic)
  WHERE n1._place IS NOT NULL
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.title]
}

// $l0 = 20
