RETURN head(COLLECT {
  MATCH (n1:Programme {slug: $p0})
  RETURN [n1.title, n1.kind, n1.slug]
})

// $p0 = "starke-orte"
// $l0 = 20
