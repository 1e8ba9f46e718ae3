RETURN head(COLLECT {
  MATCH (n1:Programme {slug: $p0})
  RETURN [n1.slug, COUNT {
    MATCH (n1)<-[e4:JOINED]-(n3)
    WHERE (e4.since_first IS NULL OR e4.since_first <= $p2) AND (e4.until_last IS NULL OR e4.until_last >= $p1)
  }]
}),
       head(COLLECT {
  MATCH (n7:Programme {slug: $p0})
  RETURN [n7.slug, COUNT {
    MATCH (n7)<-[e10:JOINED]-(n9)
    WHERE (e10.since_first IS NULL OR e10.since_first <= $p4) AND (e10.until_last IS NULL OR e10.until_last >= $p3)
  }, COLLECT {
    MATCH (n7)-[e13:PART_OF]->(n12)
    WHERE ((e13.since_first IS NULL OR e13.since_first <= $p4) AND (e13.until_last IS NULL OR e13.until_last >= $p3)) AND ((n12.start_first IS NULL OR n12.start_first <= $p4) AND (n12.end_last IS NULL OR n12.end_last >= $p3))
    WITH e13, n12 ORDER BY n12.title_sort, n12.slug LIMIT $l2
    RETURN [n12.slug]
  }, COLLECT {
    MATCH (n7)<-[e17:PART_OF]-(n16:Programme)
    WHERE ((e17.since_first IS NULL OR e17.since_first <= $p4) AND (e17.until_last IS NULL OR e17.until_last >= $p3)) AND ((n16.start_first IS NULL OR n16.start_first <= $p4) AND (n16.end_last IS NULL OR n16.end_last >= $p3))
    WITH e17, n16 ORDER BY n16.title_sort, n16.slug LIMIT $l3
    RETURN [n16.slug]
  }]
}),
       head(COLLECT {
  MATCH (n21:Programme {slug: $p0})
  RETURN [n21.slug, COUNT {
    MATCH (n21)<-[e24:JOINED]-(n23)
    WHERE (e24.since_first IS NULL OR e24.since_first <= $p6) AND (e24.until_last IS NULL OR e24.until_last >= $p5)
  }, COLLECT {
    MATCH (n21)<-[e24:JOINED]-(n23)
    WHERE (e24.since_first IS NULL OR e24.since_first <= $p6) AND (e24.until_last IS NULL OR e24.until_last >= $p5)
    WITH e24, n23 ORDER BY n23.name_sort, n23.slug, CASE WHEN n23:District THEN 'District' WHEN n23:Municipality THEN 'Municipality' END, e24._key LIMIT $l4
    RETURN [n23.name]
  }, COUNT {
    MATCH (n21)<-[e28:PART_OF]-(n27:Phase)
    WHERE ((e28.since_first IS NULL OR e28.since_first <= $p6) AND (e28.until_last IS NULL OR e28.until_last >= $p5)) AND ((n27.start_first IS NULL OR n27.start_first <= $p6) AND (n27.end_last IS NULL OR n27.end_last >= $p5))
  }]
}),
       head(COLLECT {
  MATCH (n31:Programme {slug: $p0})
  RETURN [COUNT {
    MATCH (n31)<-[:JOINED]-()
  }]
})

// $p0 = "starke-orte"
// $p1 = "2014-12-31"
// $p2 = "2014-12-31"
// $p3 = "2016-01-01"
// $p4 = "2016-12-31"
// $p5 = "2020-07-01"
// $p6 = "2020-07-01"
// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
// $l4 = 21
// $l5 = 21
// $l6 = 21
