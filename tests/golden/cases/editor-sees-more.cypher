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
  MATCH (n7:Programme {slug: $p2})
  RETURN [COLLECT {
    MATCH (n7)<-[e10:JOINED]-(n9)
    WHERE e10.editorNote IS NOT NULL
    WITH e10, n9 ORDER BY n9.name_sort, n9.slug, CASE WHEN n9:District THEN 'District' WHEN n9:Municipality THEN 'Municipality' END, e10._key LIMIT $l1
    RETURN [e10.editorNote, n9.name]
  }]
}),
       head(COLLECT {
  MATCH (n14:Source {slug: $p3})
  RETURN [n14.editorNote]
})

// $p0 = "anna-muster"
// $p1 = "@example.org"
// $p2 = "starke-orte"
// $p3 = "netzseite"
// $l0 = 21
// $l1 = 21
