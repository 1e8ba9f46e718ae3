RETURN COUNT {
  MATCH (n1:Programme)
  WHERE n1.start_first >= $p0
},
       head(COLLECT {
  MATCH (n3:Programme {slug: $p1})
  RETURN [COUNT {
    MATCH (n3)<-[e6:JOINED]-(n5)
    WHERE (e6.since_first IS NULL OR e6.since_first <= $p3) AND (e6.until_last IS NULL OR e6.until_last >= $p2)
  }, n3.slug]
})

// $p0 = "2013-01-01"
// $p1 = "starke-orte"
// $p2 = "2016-01-01"
// $p3 = "2016-12-31"
// $l0 = 1
// $l1 = 20
