RETURN head(COLLECT {
  MATCH (n1:Programme {slug: $p0})
  RETURN [COLLECT {
    MATCH (n1)<-[e4:JOINED]-(n3)
    WITH e4, n3 ORDER BY e4.since_first, e4.role DESC, n3.slug, CASE WHEN n3:District THEN 'District' WHEN n3:Municipality THEN 'Municipality' END, e4._key LIMIT $l0
    RETURN [e4.since, e4.role]
  }, COLLECT {
    MATCH (n1)<-[e8:JOINED]-(n7)
    WITH e8, n7 ORDER BY n7.population IS NULL, n7.population DESC, n7.slug, CASE WHEN n7:District THEN 'District' WHEN n7:Municipality THEN 'Municipality' END, e8._key LIMIT $l1
    RETURN [n7.name, n7.population]
  }, COLLECT {
    MATCH (n1)<-[e12:SUPPORTS]-(n11)
    WITH e12, n11 ORDER BY e12.amount IS NULL, e12.amount DESC, n11.slug, CASE WHEN n11:Partner THEN 'Partner' WHEN n11:District THEN 'District' WHEN n11:Municipality THEN 'Municipality' WHEN n11:Network THEN 'Network' WHEN n11:State THEN 'State' END, e12._key LIMIT $l2
    RETURN [e12.amount, e12.role, CASE WHEN n11:Partner THEN 'Partner' WHEN n11:District THEN 'District' WHEN n11:Municipality THEN 'Municipality' WHEN n11:Network THEN 'Network' WHEN n11:State THEN 'State' END, n11.title, n11.name]
  }]
})

// $p0 = "starke-orte"
// $l0 = 21
// $l1 = 21
// $l2 = 21
