RETURN head(COLLECT {
  MATCH (n1:Programme {slug: $p0})
  RETURN [COLLECT {
    MATCH (n1)<-[e4:JOINED]-(n3)
    WITH e4, n3 ORDER BY e4.since_first, e4.role DESC, n3.slug, CASE WHEN n3:District THEN 'District' WHEN n3:Municipality THEN 'Municipality' END, e4._key LIMIT $l0
    RETURN [e4.since, e4.role]
  }, n1.slug, COLLECT {
    MATCH (n1)<-[e10:JOINED]-(n9)
    WITH e10, n9 ORDER BY n9.population IS NULL, n9.population DESC, n9.slug, CASE WHEN n9:District THEN 'District' WHEN n9:Municipality THEN 'Municipality' END, e10._key LIMIT $l1
    RETURN [n9.name, n9.population]
  }, COLLECT {
    MATCH (n1)<-[e16:SUPPORTS]-(n15)
    WITH e16, n15 ORDER BY e16.amount IS NULL, e16.amount DESC, n15.slug, CASE WHEN n15:Partner THEN 'Partner' WHEN n15:District THEN 'District' WHEN n15:Municipality THEN 'Municipality' WHEN n15:Network THEN 'Network' WHEN n15:State THEN 'State' END, e16._key LIMIT $l2
    RETURN [e16.amount, e16.role, CASE WHEN n15:Partner THEN 'Partner' WHEN n15:District THEN 'District' WHEN n15:Municipality THEN 'Municipality' WHEN n15:Network THEN 'Network' ELSE 'State' END, n15.title, n15.name]
  }]
})

// $p0 = "starke-orte"
// $l0 = 20
// $l1 = 20
// $l2 = 20
