RETURN head(COLLECT {
  MATCH (n1:Programme {slug: $p0})
  RETURN [COUNT {
    MATCH (n1)<-[:PART_OF]-(:Phase)
  }, COLLECT {
    MATCH (n1)<-[e4:PART_OF]-(n3:Phase)
    WITH e4, n3 ORDER BY n3.position, n3.title_sort, n3.slug LIMIT $l0
    RETURN [n3.title, n3.position]
  }, COLLECT {
    MATCH (n1)<-[e8:JOINED]-(n7)
    WITH e8, n7 ORDER BY n7.name_sort, n7.slug, CASE WHEN n7:District THEN 'District' WHEN n7:Municipality THEN 'Municipality' END, e8._key LIMIT $l1
    RETURN [e8.role, CASE WHEN n7:District THEN 'District' WHEN n7:Municipality THEN 'Municipality' END, n7.name, n7.kind, e8.since]
  }, n1.slug]
})

// $p0 = "starke-orte"
// $l0 = 21
// $l1 = 3
