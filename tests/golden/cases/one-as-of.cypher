RETURN head(COLLECT {
  MATCH (n1:Programme {slug: $p0})
  RETURN [n1.slug]
}),
       head(COLLECT {
  MATCH (n4:Programme {slug: $p0})
  RETURN [n4.slug]
}),
       head(COLLECT {
  MATCH (n7:Programme {slug: $p0})
  RETURN [n7.slug]
}),
       head(COLLECT {
  MATCH (n10:Programme {slug: $p0})
  RETURN [n10.slug]
}),
       head(COLLECT {
  MATCH (n13:Programme {slug: $p1})
  RETURN [n13.slug]
}),
       head(COLLECT {
  MATCH (n16:Topic {slug: $p2})
  RETURN [n16.slug]
})

// $p0 = "starke-orte"
// $p1 = "zukunft"
// $p2 = "ehrenamt"
