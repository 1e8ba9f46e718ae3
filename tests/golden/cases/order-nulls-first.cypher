RETURN COLLECT {
  MATCH (n1:LocalAuthority)
  WITH n1 ORDER BY n1.population IS NULL DESC, n1.population, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END LIMIT $l0
  RETURN [n1.name, n1.population]
},
       COLLECT {
  MATCH (n6:LocalAuthority)
  WITH n6 ORDER BY n6.population, n6.slug DESC, CASE WHEN n6:District THEN 'District' WHEN n6:Municipality THEN 'Municipality' END DESC LIMIT $l1
  RETURN [n6.name, n6.population]
},
       head(COLLECT {
  MATCH (n11:Programme {slug: $p0})
  RETURN [COLLECT {
    MATCH (n11)<-[e14:JOINED]-(n13)
    WITH e14, n13 ORDER BY e14.since_first DESC, n13.slug, CASE WHEN n13:District THEN 'District' WHEN n13:Municipality THEN 'Municipality' END, e14._key LIMIT $l2
    RETURN [e14.since]
  }, n11.slug]
})

// $p0 = "starke-orte"
// $l0 = 3
// $l1 = 6
// $l2 = 20
