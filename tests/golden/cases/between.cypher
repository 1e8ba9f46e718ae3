RETURN COLLECT {
  MATCH (n1:Programme)
  WHERE (n1.start_first IS NULL OR n1.start_first <= $p1) AND (n1.end_last IS NULL OR n1.end_last >= $p0)
  WITH n1 ORDER BY n1.title_sort, n1.slug LIMIT $l0
  RETURN [n1.slug, COLLECT {
    MATCH (n1)<-[e4:JOINED]-(n3)
    WHERE (e4.since_first IS NULL OR e4.since_first <= $p1) AND (e4.until_last IS NULL OR e4.until_last >= $p0)
    WITH e4, n3 ORDER BY n3.name_sort, n3.slug, CASE WHEN n3:District THEN 'District' WHEN n3:Municipality THEN 'Municipality' END, e4._key LIMIT $l1
    RETURN [e4.since, e4.until]
  }, COUNT {
    MATCH (n1)<-[e8:JOINED]-(n7)
    WHERE (e8.since_first IS NULL OR e8.since_first <= $p3) AND (e8.until_last IS NULL OR e8.until_last >= $p2)
  }, COUNT {
    MATCH (n1)<-[:JOINED]-()
  }]
},
       COLLECT {
  MATCH (n14:Network)
  WHERE (n14.founded_first IS NULL OR n14.founded_first <= $p5) AND (n14.dissolved_last IS NULL OR n14.dissolved_last >= $p4)
  WITH n14 ORDER BY n14.title_sort, n14.slug LIMIT $l4
  RETURN [n14.slug]
},
       head(COLLECT {
  MATCH (n17:Event {slug: $p6})
  RETURN [COLLECT {
    MATCH (n17)-[e20:PART_OF]->(n19:Event)
    WHERE ((e20.since_first IS NULL OR e20.since_first <= $p5) AND (e20.until_last IS NULL OR e20.until_last >= $p7)) AND ((n19.date_first IS NULL OR n19.date_first <= $p5) AND (n19.endDate_last IS NULL OR n19.endDate_last >= $p7))
    WITH e20, n19 ORDER BY n19.date_first, n19.title_sort, n19.slug LIMIT $l5
    RETURN [n19.slug]
  }, COLLECT {
    MATCH (n17)-[e24:PRESENTS]->(n23)
    WHERE ((e24.since_first IS NULL OR e24.since_first <= $p5) AND (e24.until_last IS NULL OR e24.until_last >= $p7)) AND ((NOT n23:Partner|Network OR (n23.founded_first IS NULL OR n23.founded_first <= $p5) AND (n23.dissolved_last IS NULL OR n23.dissolved_last >= $p7))) AND ((NOT n23:Programme OR (n23.start_first IS NULL OR n23.start_first <= $p5) AND (n23.end_last IS NULL OR n23.end_last >= $p7)))
    WITH e24, n23 ORDER BY coalesce(n23.name_sort, n23.title_sort), n23.slug, CASE WHEN n23:Partner THEN 'Partner' WHEN n23:Programme THEN 'Programme' WHEN n23:Network THEN 'Network' WHEN n23:Publication THEN 'Publication' WHEN n23:District THEN 'District' WHEN n23:Municipality THEN 'Municipality' WHEN n23:Instrument THEN 'Instrument' END LIMIT $l6
    RETURN [CASE WHEN n23:Partner THEN 'Partner' WHEN n23:Programme THEN 'Programme' WHEN n23:Network THEN 'Network' WHEN n23:Publication THEN 'Publication' WHEN n23:District THEN 'District' WHEN n23:Municipality THEN 'Municipality' WHEN n23:Instrument THEN 'Instrument' END, n23.title, n23.name]
  }]
})

// $p0 = "2012-01-01"
// $p1 = "2014-12-31"
// $p2 = "2023-01-01"
// $p3 = "2023-12-31"
// $p4 = "2018-01-01"
// $p5 = "2019-12-31"
// $p6 = "jahrestreffen"
// $p7 = "2019-01-01"
// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
// $l4 = 21
// $l5 = 21
// $l6 = 21
