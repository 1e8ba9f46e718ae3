RETURN head(COLLECT {
  MATCH (n1:Programme {slug: $p0})
  RETURN [n1.summary, coalesce(n1.summary_en, n1.summary), n1.body]
}),
       COLLECT {
  MATCH (n4:Programme)
  WHERE n4._place IS NOT NULL
  WITH n4 ORDER BY n4._place LIMIT $l0
  RETURN [n4.summary]
}

// $p0 = "starke-orte"
// $l0 = 20
