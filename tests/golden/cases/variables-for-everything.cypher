RETURN COLLECT {
  MATCH (n1:Programme)
  MATCH (n1)<-[e3:JOINED]-(n2:LocalAuthority)
  WHERE ((e3.since_first IS NULL OR e3.since_first <= $p1) AND (e3.until_last IS NULL OR e3.until_last >= $p0)) AND (((e3.role IS NULL OR e3.role <> $p2)) AND n2.name STARTS WITH $p3) AND n1.kind IN $p4
  WITH DISTINCT n1
  WHERE (n1.start_first IS NULL OR n1.start_first <= $p1) AND (n1.end_last IS NULL OR n1.end_last >= $p0)
  WITH n1 ORDER BY n1.start_first IS NULL, n1.start_first DESC, coalesce(n1.title_en_sort, n1.title_sort), n1.slug LIMIT $l0
  RETURN [coalesce(n1.title_en, n1.title), coalesce(n1.summary_en, n1.summary), COLLECT {
    MATCH (n1)<-[e6:JOINED]-(n5)
    WHERE ((e6.since_first IS NULL OR e6.since_first <= $p1) AND (e6.until_last IS NULL OR e6.until_last >= $p0)) AND e6.since_last <= $p5
    WITH e6, n5 ORDER BY n5._place LIMIT $l1
    RETURN [n5.name]
  }, n1.slug, COUNT {
    MATCH (n1)<-[e12:JOINED]-(n11)
    WHERE (e12.since_first IS NULL OR e12.since_first <= $p1) AND (e12.until_last IS NULL OR e12.until_last >= $p0)
  }]
}

// $p0 = "2016-01-01"
// $p1 = "2016-12-31"
// $p2 = "EXAMPLE"
// $p3 = "A"
// $p4 = ["PROGRAMME","PILOT"]
// $p5 = "2017-12-31"
// $l0 = 5
// $l1 = 20
// $l2 = 5
