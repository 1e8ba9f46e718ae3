CALL (*) {
  CALL (*) {
    MATCH (n1:Event)
    WHERE ((n1.date_first IS NULL OR n1.date_first <= $p1) AND (coalesce(n1.endDate_last, n1.date_last) IS NULL OR coalesce(n1.endDate_last, n1.date_last) >= $p0)) AND n1.date_first IS NOT NULL
    WITH n1 ORDER BY n1.date_first, n1.title_sort, n1.slug LIMIT $l0
    RETURN collect(n1) AS x3
  }
  CALL (x3) {
    UNWIND CASE WHEN size(x3) < $l0 THEN [1] ELSE [] END AS x5
    MATCH (n1:Event)
    WHERE ((n1.date_first IS NULL OR n1.date_first <= $p1) AND (coalesce(n1.endDate_last, n1.date_last) IS NULL OR coalesce(n1.endDate_last, n1.date_last) >= $p0)) AND n1.date_first IS NULL
    WITH n1 ORDER BY n1.title_sort, n1.slug LIMIT $l0
    RETURN collect(n1) AS x4
  }
  RETURN [n1 IN (x3 + x4)[..$l0] | [n1.slug]] AS n1s
}
CALL (*) {
  CALL (*) {
    MATCH (n9:Event)
    WHERE ((n9.date_first IS NULL OR n9.date_first <= $p3) AND (coalesce(n9.endDate_last, n9.date_last) IS NULL OR coalesce(n9.endDate_last, n9.date_last) >= $p2)) AND n9.date_first IS NOT NULL
    WITH n9 ORDER BY n9.date_first, n9.title_sort, n9.slug LIMIT $l1
    RETURN collect(n9) AS x11
  }
  CALL (x11) {
    UNWIND CASE WHEN size(x11) < $l1 THEN [1] ELSE [] END AS x13
    MATCH (n9:Event)
    WHERE ((n9.date_first IS NULL OR n9.date_first <= $p3) AND (coalesce(n9.endDate_last, n9.date_last) IS NULL OR coalesce(n9.endDate_last, n9.date_last) >= $p2)) AND n9.date_first IS NULL
    WITH n9 ORDER BY n9.title_sort, n9.slug LIMIT $l1
    RETURN collect(n9) AS x12
  }
  RETURN [n9 IN (x11 + x12)[..$l1] | [n9.slug, n9.date, n9.endDate]] AS n9s
}
CALL (*) {
  CALL (*) {
    MATCH (n17:Event)
    WHERE ((n17.date_first IS NULL OR n17.date_first <= $p5) AND (coalesce(n17.endDate_last, n17.date_last) IS NULL OR coalesce(n17.endDate_last, n17.date_last) >= $p4)) AND n17.date_first IS NOT NULL
    WITH n17 ORDER BY n17.date_first, n17.title_sort, n17.slug LIMIT $l2
    RETURN collect(n17) AS x19
  }
  CALL (x19) {
    UNWIND CASE WHEN size(x19) < $l2 THEN [1] ELSE [] END AS x21
    MATCH (n17:Event)
    WHERE ((n17.date_first IS NULL OR n17.date_first <= $p5) AND (coalesce(n17.endDate_last, n17.date_last) IS NULL OR coalesce(n17.endDate_last, n17.date_last) >= $p4)) AND n17.date_first IS NULL
    WITH n17 ORDER BY n17.title_sort, n17.slug LIMIT $l2
    RETURN collect(n17) AS x20
  }
  RETURN [n17 IN (x19 + x20)[..$l2] | [n17.slug]] AS n17s
}
RETURN n1s,
       n9s,
       n17s,
       COUNT {
  MATCH (n25:Event)
  WHERE (n25.date_first IS NULL OR n25.date_first <= $p7) AND (coalesce(n25.endDate_last, n25.date_last) IS NULL OR coalesce(n25.endDate_last, n25.date_last) >= $p6)
},
       head(COLLECT {
  MATCH (n27:Person {slug: $p8})
  RETURN [COUNT {
    MATCH (n27)-[e30:TAKES_PART]->(n29:Event)
    WHERE ((e30.since_first IS NULL OR e30.since_first <= $p3) AND (e30.until_last IS NULL OR e30.until_last >= $p2)) AND ((n29.date_first IS NULL OR n29.date_first <= $p3) AND (coalesce(n29.endDate_last, n29.date_last) IS NULL OR coalesce(n29.endDate_last, n29.date_last) >= $p2))
  }, n27.slug, COUNT {
    MATCH (n27)-[e33:TAKES_PART]->(n32:Event)
    WHERE ((e33.since_first IS NULL OR e33.since_first <= $p10) AND (e33.until_last IS NULL OR e33.until_last >= $p9)) AND ((n32.date_first IS NULL OR n32.date_first <= $p10) AND (coalesce(n32.endDate_last, n32.date_last) IS NULL OR coalesce(n32.endDate_last, n32.date_last) >= $p9))
  }]
}),
       COLLECT {
  MATCH (n36:Programme)
  WHERE ((n36.start_first IS NULL OR n36.start_first <= $p12) AND (n36.end_last IS NULL OR n36.end_last >= $p11)) AND n36._place IS NOT NULL
  WITH n36 ORDER BY n36._place LIMIT $l6
  RETURN [n36.start, n36.end]
}

// $p0 = "2019-10-01"
// $p1 = "2019-10-31"
// $p2 = "2019-01-01"
// $p3 = "2019-12-31"
// $p4 = "2019-12-01"
// $p5 = "2019-12-31"
// $p6 = "2019-11-09"
// $p7 = "2024-12-31"
// $p8 = "anna-muster"
// $p9 = "2020-01-01"
// $p10 = "2020-12-31"
// $p11 = "2030-01-01"
// $p12 = "2030-12-31"
// $l0 = 20
// $l1 = 20
// $l2 = 20
// $l3 = 20
// $l4 = 20
// $l5 = 20
// $l6 = 20
