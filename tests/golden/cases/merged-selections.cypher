RETURN head(COLLECT {
  MATCH (n1:Programme {slug: $p0})
  RETURN [COUNT {
    MATCH (n1)<-[:PART_OF]-(:Phase)
  }, COLLECT {
    MATCH (n1)<-[e4:PART_OF]-(n3:Phase)
    WITH e4, n3 ORDER BY n3.position, n3.title_sort, n3.slug LIMIT $l0
    RETURN [n3.title, n3.position]
  }, n1.slug, COLLECT {
    MATCH (n1)<-[e10:JOINED]-(n9)
    WITH e10, n9 ORDER BY n9._place, e10._key LIMIT $l1
    RETURN [e10.role, CASE WHEN n9:District THEN 'District' ELSE 'Municipality' END, n9.name, n9.kind, e10.since]
  }]
})

// $p0 = "starke-orte"
// $l0 = 20
// $l1 = 2
