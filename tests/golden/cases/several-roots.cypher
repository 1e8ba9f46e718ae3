RETURN head(COLLECT {
  MATCH (n1:Programme {slug: $p0})
  RETURN [n1.title]
}),
       head(COLLECT {
  MATCH (n4:Topic {slug: $p1})
  RETURN [n4.title]
}),
       head(COLLECT {
  MATCH (n7:Network {slug: $p2})
  RETURN [n7.title, n7.email]
}),
       head(COLLECT {
  MATCH (n10:Programme {slug: $p3})
  RETURN [n10.title]
})

// $p0 = "zukunft"
// $p1 = "ehrenamt"
// $p2 = "buendnis"
// $p3 = "gibt-es-nicht"
