RETURN head(COLLECT {
  MATCH (n1:Topic {slug: $p0})
  RETURN [COLLECT {
    MATCH (n1)<-[e4:ABOUT]-(n3)
    WITH e4, n3 ORDER BY coalesce(n3.title_sort, n3.name_sort), n3.slug, CASE WHEN n3:Programme THEN 'Programme' WHEN n3:Network THEN 'Network' WHEN n3:Event THEN 'Event' WHEN n3:Session THEN 'Session' WHEN n3:Publication THEN 'Publication' WHEN n3:Instrument THEN 'Instrument' WHEN n3:Offer THEN 'Offer' WHEN n3:Statement THEN 'Statement' WHEN n3:Partner THEN 'Partner' WHEN n3:Figure THEN 'Figure' END LIMIT $l0
    RETURN [CASE WHEN n3:Programme THEN 'Programme' WHEN n3:Network THEN 'Network' WHEN n3:Event THEN 'Event' WHEN n3:Session THEN 'Session' WHEN n3:Publication THEN 'Publication' WHEN n3:Instrument THEN 'Instrument' WHEN n3:Offer THEN 'Offer' WHEN n3:Statement THEN 'Statement' WHEN n3:Partner THEN 'Partner' WHEN n3:Figure THEN 'Figure' END, n3.shortName, n3.title, n3.published, COLLECT {
      MATCH (n3)-[e7:ABOUT]->(n6)
      WHERE n3:Event
      WITH e7, n6 ORDER BY n6.title_sort, n6.slug LIMIT $l1
      RETURN [n6.title]
    }, COLLECT {
      MATCH (n3)-[e11:ABOUT]->(n10)
      WHERE n3:Network
      WITH e11, n10 ORDER BY n10.title_sort, n10.slug LIMIT $l2
      RETURN [n10.title]
    }, n3.founded, COLLECT {
      MATCH (n3)-[e15:ABOUT]->(n14)
      WHERE n3:Programme
      WITH e15, n14 ORDER BY n14.title_sort, n14.slug LIMIT $l3
      RETURN [n14.title]
    }, n3.start]
  }]
})

// $p0 = "ehrenamt"
// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
