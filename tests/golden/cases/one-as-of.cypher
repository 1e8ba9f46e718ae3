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
    WITH e13, n12 ORDER BY n12._place LIMIT $l2
    RETURN [n12.slug]
  }, COLLECT {
    MATCH (n7)<-[e19:PART_OF]-(n18:Programme)
    WHERE ((e19.since_first IS NULL OR e19.since_first <= $p4) AND (e19.until_last IS NULL OR e19.until_last >= $p3)) AND ((n18.start_first IS NULL OR n18.start_first <= $p4) AND (n18.end_last IS NULL OR n18.end_last >= $p3))
    WITH e19, n18 ORDER BY n18._place LIMIT $l3
    RETURN [n18.slug]
  }]
}),
       head(COLLECT {
  MATCH (n25:Programme {slug: $p0})
  RETURN [n25.slug, COUNT {
    MATCH (n25)<-[e28:JOINED]-(n27)
    WHERE (e28.since_first IS NULL OR e28.since_first <= $p6) AND (e28.until_last IS NULL OR e28.until_last >= $p5)
  }, COLLECT {
    MATCH (n25)<-[e28:JOINED]-(n27)
    WHERE (e28.since_first IS NULL OR e28.since_first <= $p6) AND (e28.until_last IS NULL OR e28.until_last >= $p5)
    WITH e28, n27 ORDER BY n27._place LIMIT $l4
    RETURN [n27.name]
  }, COUNT {
    MATCH (n25)<-[e34:PART_OF]-(n33:Phase)
    WHERE ((e34.since_first IS NULL OR e34.since_first <= $p6) AND (e34.until_last IS NULL OR e34.until_last >= $p5)) AND ((n33.start_first IS NULL OR n33.start_first <= $p6) AND (n33.end_last IS NULL OR n33.end_last >= $p5))
  }]
}),
       head(COLLECT {
  MATCH (n37:Programme {slug: $p0})
  RETURN [COUNT {
    MATCH (n37)<-[:JOINED]-()
  }, n37.slug]
})

// $p0 = "starke-orte"
// $p1 = "2014-12-31"
// $p2 = "2014-12-31"
// $p3 = "2016-01-01"
// $p4 = "2016-12-31"
// $p5 = "2020-07-01"
// $p6 = "2020-07-01"
// $l0 = 20
// $l1 = 20
// $l2 = 20
// $l3 = 20
// $l4 = 20
// $l5 = 20
// $l6 = 20
