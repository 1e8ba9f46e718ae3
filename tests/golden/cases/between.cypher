RETURN COLLECT {
  MATCH (n1:Programme)
  WHERE ((n1.start_first IS NULL OR n1.start_first <= $p1) AND (n1.end_last IS NULL OR n1.end_last >= $p0)) AND n1._place IS NOT NULL
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.slug, COLLECT {
    MATCH (n1)<-[e4:JOINED]-(n3)
    WHERE (e4.since_first IS NULL OR e4.since_first <= $p1) AND (e4.until_last IS NULL OR e4.until_last >= $p0)
    WITH e4, n3 ORDER BY n3._place, e4._key LIMIT $l1
    RETURN [e4.since, e4.until]
  }, COUNT {
    MATCH (n1)<-[e10:JOINED]-(n9)
    WHERE (e10.since_first IS NULL OR e10.since_first <= $p3) AND (e10.until_last IS NULL OR e10.until_last >= $p2)
  }, COUNT {
    MATCH (n1)<-[:JOINED]-()
  }]
},
       COLLECT {
  MATCH (n18:Network)
  WHERE ((n18.founded_first IS NULL OR n18.founded_first <= $p5) AND (n18.dissolved_last IS NULL OR n18.dissolved_last >= $p4)) AND n18._place IS NOT NULL
  WITH n18 ORDER BY n18._place LIMIT $l4
  RETURN [n18.slug]
},
       head(COLLECT {
  MATCH (n23:Event {slug: $p6})
  RETURN [COLLECT {
    MATCH (n23)-[e26:PART_OF]->(n25:Event)
    WHERE ((e26.since_first IS NULL OR e26.since_first <= $p8) AND (e26.until_last IS NULL OR e26.until_last >= $p7)) AND ((n25.date_first IS NULL OR n25.date_first <= $p8) AND (coalesce(n25.endDate_last, n25.date_last) IS NULL OR coalesce(n25.endDate_last, n25.date_last) >= $p7))
    WITH e26, n25 ORDER BY n25.date_first, n25.title_sort, n25.slug LIMIT $l5
    RETURN [n25.slug]
  }, n23.slug, COLLECT {
    MATCH (n23)-[e32:PRESENTS]->(n31)
    WHERE ((e32.since_first IS NULL OR e32.since_first <= $p8) AND (e32.until_last IS NULL OR e32.until_last >= $p7)) AND ((NOT n31:Partner|Network OR (n31.founded_first IS NULL OR n31.founded_first <= $p8) AND (n31.dissolved_last IS NULL OR n31.dissolved_last >= $p7))) AND ((NOT n31:Programme OR (n31.start_first IS NULL OR n31.start_first <= $p8) AND (n31.end_last IS NULL OR n31.end_last >= $p7)))
    WITH e32, n31 ORDER BY n31._place LIMIT $l6
    RETURN [CASE WHEN n31:Partner THEN 'Partner' WHEN n31:Programme THEN 'Programme' WHEN n31:Network THEN 'Network' WHEN n31:Publication THEN 'Publication' WHEN n31:District THEN 'District' WHEN n31:Municipality THEN 'Municipality' ELSE 'Instrument' END, n31.title, n31.name]
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
// $p8 = "2019-12-31"
// $l0 = 20
// $l1 = 20
// $l2 = 20
// $l3 = 20
// $l4 = 20
// $l5 = 20
// $l6 = 20
