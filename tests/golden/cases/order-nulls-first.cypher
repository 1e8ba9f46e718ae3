RETURN COLLECT {
  MATCH (n1:LocalAuthority)
  WITH n1 ORDER BY n1.population IS NULL DESC, n1.population, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END LIMIT $l0
  RETURN [n1.name, n1.population]
},
       COLLECT {
  MATCH (n4:LocalAuthority)
  WITH n4 ORDER BY n4.population, n4.slug DESC, CASE WHEN n4:District THEN 'District' WHEN n4:Municipality THEN 'Municipality' END DESC LIMIT $l1
  RETURN [n4.name, n4.population]
},
       head(COLLECT {
  MATCH (n7:Programme {slug: $p0})
  RETURN [COLLECT {
    MATCH (n7)<-[e10:JOINED]-(n9)
    WITH e10, n9 ORDER BY e10.since_first DESC, n9.slug, CASE WHEN n9:District THEN 'District' WHEN n9:Municipality THEN 'Municipality' END, e10._key LIMIT $l2
    RETURN [e10.since]
  }]
})

// $p0 = "starke-orte"
// $l0 = 4
// $l1 = 7
// $l2 = 21
