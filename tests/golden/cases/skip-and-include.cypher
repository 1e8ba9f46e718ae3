RETURN head(COLLECT {
  MATCH (n1:Programme {slug: $p0})
  RETURN [n1.title, n1.kind]
})

// $p0 = "starke-orte"
// $l0 = 20
