RETURN COLLECT {
  MATCH (n1:Programme)
  WHERE n1.kind IN $p0 AND n1.slug ENDS WITH $p1
  WITH n1 ORDER BY n1.slug DESC, n1.slug LIMIT $l0
  RETURN [n1.slug]
}

// $p0 = ["PILOT"]
// $p1 = "n"
// $l0 = 20
