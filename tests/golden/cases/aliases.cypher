RETURN head(COLLECT {
  MATCH (n1:Programme {slug: $p0})
  RETURN [n1.title, n1.kind, n1.shortTitle, COUNT {
    MATCH (n1)<-[:JOINED]-()
  }, COLLECT {
    MATCH (n1)<-[e4:JOINED]-(n3)
    WITH e4, n3 ORDER BY n3._place LIMIT $l0
    RETURN [CASE WHEN n3:District THEN 'District' ELSE 'Municipality' END, n3.name]
  }, n1.slug]
}),
       head(COLLECT {
  MATCH (n10:Programme {slug: $p1})
  RETURN [n10.title]
})

// $p0 = "starke-orte"
// $p1 = "zukunft"
// $l0 = 1
