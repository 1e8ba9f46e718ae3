RETURN COLLECT {
  MATCH (n1:LocalAuthority)
  WHERE (n1:District AND COUNT { MATCH (n1)<-[:LOCATED_IN]-() } >= $p0) OR (n1:Municipality AND EXISTS { MATCH (n1)-[:LOCATED_IN]->(:District) })
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.name]
},
       head(COLLECT {
  MATCH (n10:Topic {slug: $p1})
  RETURN [COLLECT {
    MATCH (n10)<-[e13:ABOUT]-(n12)
    WHERE (NOT (n12:Programme AND true)) AND ((n12.slug IS NULL OR n12.slug <> $p2))
    WITH e13, n12 ORDER BY n12._place LIMIT $l1
    RETURN [CASE WHEN n12:Programme THEN 'Programme' WHEN n12:Network THEN 'Network' WHEN n12:Event THEN 'Event' WHEN n12:Session THEN 'Session' WHEN n12:Publication THEN 'Publication' WHEN n12:Instrument THEN 'Instrument' WHEN n12:Offer THEN 'Offer' WHEN n12:Statement THEN 'Statement' WHEN n12:Partner THEN 'Partner' ELSE 'Figure' END, n12.name, n12.title]
  }, n10.slug]
})

// $p0 = 1
// $p1 = "ehrenamt"
// $p2 = "leitfaden"
// $l0 = 20
// $l1 = 20
