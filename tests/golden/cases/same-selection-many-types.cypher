RETURN head(COLLECT {
  MATCH (n1:Topic {slug: $p0})
  RETURN [COLLECT {
    MATCH (n1)<-[e4:ABOUT]-(n3)
    WITH e4, n3 ORDER BY n3._place LIMIT $l0
    RETURN [CASE WHEN n3:Programme THEN 'Programme' WHEN n3:Network THEN 'Network' WHEN n3:Event THEN 'Event' WHEN n3:Session THEN 'Session' WHEN n3:Publication THEN 'Publication' WHEN n3:Instrument THEN 'Instrument' WHEN n3:Offer THEN 'Offer' WHEN n3:Statement THEN 'Statement' WHEN n3:Partner THEN 'Partner' ELSE 'Figure' END, n3.shortName, n3.title, n3.published, COLLECT {
      MATCH (n3)-[e7:ABOUT]->(n6)
      WHERE n3:Event
      WITH e7, n6 ORDER BY n6._place LIMIT $l1
      RETURN [n6.title]
    }, n3.slug, COLLECT {
      MATCH (n3)-[e13:ABOUT]->(n12)
      WHERE n3:Network
      WITH e13, n12 ORDER BY n12._place LIMIT $l2
      RETURN [n12.title]
    }, n3.founded, COLLECT {
      MATCH (n3)-[e19:ABOUT]->(n18)
      WHERE n3:Programme
      WITH e19, n18 ORDER BY n18._place LIMIT $l3
      RETURN [n18.title]
    }, n3.start]
  }, n1.slug]
})

// $p0 = "ehrenamt"
// $l0 = 20
// $l1 = 20
// $l2 = 20
// $l3 = 20
