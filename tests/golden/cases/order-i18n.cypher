RETURN COLLECT {
  MATCH (n1:Programme)
  WHERE n1.title_sort IS NOT NULL
  WITH n1 ORDER BY n1.title_sort, n1.slug LIMIT $l0
  RETURN [n1.title]
},
       COLLECT {
  MATCH (n4:Programme)
  WITH n4 ORDER BY coalesce(n4.title_en_sort, n4.title_sort), n4.slug LIMIT $l1
  RETURN [coalesce(n4.title_en, n4.title), CASE WHEN n4.title_en IS NOT NULL THEN 0 WHEN n4.title IS NOT NULL THEN 1 END]
},
       head(COLLECT {
  MATCH (n7:Topic {slug: $p0})
  RETURN [COLLECT {
    MATCH (n7)<-[e10:ABOUT]-(n9)
    WITH e10, n9 ORDER BY coalesce(n9.title_en_sort, n9.title_sort, n9.name_en_sort, n9.name_sort), n9.slug, CASE WHEN n9:Programme THEN 'Programme' WHEN n9:Network THEN 'Network' WHEN n9:Event THEN 'Event' WHEN n9:Session THEN 'Session' WHEN n9:Publication THEN 'Publication' WHEN n9:Instrument THEN 'Instrument' WHEN n9:Offer THEN 'Offer' WHEN n9:Statement THEN 'Statement' WHEN n9:Partner THEN 'Partner' WHEN n9:Figure THEN 'Figure' END LIMIT $l2
    RETURN [CASE WHEN n9:Programme THEN 'Programme' WHEN n9:Network THEN 'Network' WHEN n9:Event THEN 'Event' WHEN n9:Session THEN 'Session' WHEN n9:Publication THEN 'Publication' WHEN n9:Instrument THEN 'Instrument' WHEN n9:Offer THEN 'Offer' WHEN n9:Statement THEN 'Statement' WHEN n9:Partner THEN 'Partner' WHEN n9:Figure THEN 'Figure' END, coalesce(n9.name_en, n9.name), coalesce(n9.title_en, n9.title)]
  }]
})

// $p0 = "ehrenamt"
// $l0 = 21
// $l1 = 21
// $l2 = 21
