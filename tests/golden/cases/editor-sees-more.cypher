RETURN head(COLLECT {
  MATCH (n1:Person {slug: $p0})
  RETURN [n1.name, n1.email, n1.editorNote]
}),
       COLLECT {
  MATCH (n4:Person)
  WHERE n4.email ENDS WITH $p1
  WITH n4 ORDER BY n4.email IS NULL, n4.email DESC, n4.slug LIMIT $l0
  RETURN [n4.email]
},
       head(COLLECT {
  MATCH (n9:Programme {slug: $p2})
  RETURN [COLLECT {
    MATCH (n9)<-[e12:JOINED]-(n11)
    WHERE e12.editorNote IS NOT NULL
    WITH e12, n11 ORDER BY n11._place, e12._key LIMIT $l1
    RETURN [e12.editorNote, n11.name]
  }, n9.slug]
}),
       head(COLLECT {
  MATCH (n18:Source {slug: $p3})
  RETURN [n18.editorNote]
})

// $p0 = "anna-muster"
// $p1 = "@example.org"
// $p2 = "starke-orte"
// $p3 = "netzseite"
// $l0 = 20
// $l1 = 20
