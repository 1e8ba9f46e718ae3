RETURN head(COLLECT {
  MATCH (n1:Programme {slug: $p0})
  RETURN [n1.slug, n1.title, n1.shortTitle, n1.kind, n1.start, n1.end, n1.website, n1.email, n1.status]
})

// $p0 = "starke-orte"
