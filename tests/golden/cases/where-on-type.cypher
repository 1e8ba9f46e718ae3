RETURN COLLECT {
  MATCH (n1:LocalAuthority)
  WHERE (n1:District AND COUNT { MATCH (n1)<-[:LOCATED_IN]-() } >= $p0) OR (n1:Municipality AND EXISTS { MATCH (n1)-[:LOCATED_IN]->(:District) })
  WITH n1 ORDER BY n1.name_sort, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END LIMIT $l0
  RETURN [n1.name]
},
       head(COLLECT {
  MATCH (n8:Topic {slug: $p1})
  RETURN [COLLECT {
    MATCH (n8)<-[e11:ABOUT]-(n10)
    WHERE (NOT (n10:Programme AND true)) AND ((n10.slug IS NULL OR n10.slug <> $p2))
    WITH e11, n10 ORDER BY coalesce(n10.title_sort, n10.name_sort), n10.slug, CASE WHEN n10:Programme THEN 'Programme' WHEN n10:Network THEN 'Network' WHEN n10:Event THEN 'Event' WHEN n10:Session THEN 'Session' WHEN n10:Publication THEN 'Publication' WHEN n10:Instrument THEN 'Instrument' WHEN n10:Offer THEN 'Offer' WHEN n10:Statement THEN 'Statement' WHEN n10:Partner THEN 'Partner' WHEN n10:Figure THEN 'Figure' END LIMIT $l1
    RETURN [CASE WHEN n10:Programme THEN 'Programme' WHEN n10:Network THEN 'Network' WHEN n10:Event THEN 'Event' WHEN n10:Session THEN 'Session' WHEN n10:Publication THEN 'Publication' WHEN n10:Instrument THEN 'Instrument' WHEN n10:Offer THEN 'Offer' WHEN n10:Statement THEN 'Statement' WHEN n10:Partner THEN 'Partner' WHEN n10:Figure THEN 'Figure' END, n10.name, n10.title]
  }]
})

// $p0 = 1
// $p1 = "ehrenamt"
// $p2 = "leitfaden"
// $l0 = 21
// $l1 = 21
