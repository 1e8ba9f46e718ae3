RETURN COLLECT {
  MATCH (n1:Programme)
  WHERE n1._place IS NOT NULL
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.title]
},
       COLLECT {
  MATCH (n6:Programme)
  WITH n6 ORDER BY coalesce(n6.title_en_sort, n6.title_sort), n6.slug LIMIT $l1
  RETURN [coalesce(n6.title_en, n6.title), CASE WHEN n6.title_en IS NOT NULL THEN 0 WHEN n6.title IS NOT NULL THEN 1 END]
},
       head(COLLECT {
  MATCH (n11:Topic {slug: $p0})
  RETURN [COLLECT {
    MATCH (n11)<-[e14:ABOUT]-(n13)
    WITH e14, n13 ORDER BY coalesce(n13.title_en_sort, n13.title_sort, n13.name_en_sort, n13.name_sort), n13.slug, CASE WHEN n13:Programme THEN 'Programme' WHEN n13:Network THEN 'Network' WHEN n13:Event THEN 'Event' WHEN n13:Session THEN 'Session' WHEN n13:Publication THEN 'Publication' WHEN n13:Instrument THEN 'Instrument' WHEN n13:Offer THEN 'Offer' WHEN n13:Statement THEN 'Statement' WHEN n13:Partner THEN 'Partner' WHEN n13:Figure THEN 'Figure' END LIMIT $l2
    RETURN [CASE WHEN n13:Programme THEN 'Programme' WHEN n13:Network THEN 'Network' WHEN n13:Event THEN 'Event' WHEN n13:Session THEN 'Session' WHEN n13:Publication THEN 'Publication' WHEN n13:Instrument THEN 'Instrument' WHEN n13:Offer THEN 'Offer' WHEN n13:Statement THEN 'Statement' WHEN n13:Partner THEN 'Partner' ELSE 'Figure' END, coalesce(n13.name_en, n13.name), coalesce(n13.title_en, n13.title)]
  }, n11.slug]
})

// $p0 = "ehrenamt"
// $l0 = 20
// $l1 = 20
// $l2 = 20
