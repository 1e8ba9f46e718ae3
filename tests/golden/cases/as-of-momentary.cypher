CALL (*) {
  CALL (*) {
    MATCH (n1:Event)
    WHERE ((n1.date_first IS NULL OR n1.date_first <= $p1) AND (coalesce(n1.endDate_last, n1.date_last) IS NULL OR coalesce(n1.endDate_last, n1.date_last) >= $p0)) AND n1.date_first IS NOT NULL
    WITH n1 ORDER BY n1.date_first, n1.title_sort, n1.slug LIMIT $l0
    RETURN collect(n1) AS x3
  }
  CALL (x3) {
    UNWIND CASE WHEN size(x3) < $l0 THEN [1] ELSE [] END AS x7
    MATCH (n1:Event)
    WHERE ((n1.date_first IS NULL OR n1.date_first <= $p1) AND (coalesce(n1.endDate_last, n1.date_last) IS NULL OR coalesce(n1.endDate_last, n1.date_last) >= $p0)) AND n1.date_first IS NULL
    WITH n1 ORDER BY n1.title_sort, n1.slug LIMIT $l0
    RETURN collect(n1) AS x4
  }
  WITH x3 + x4 AS x5
  UNWIND range(0, size(x5) - 1) AS x6
  WITH x6, x5[x6] AS n1
  WITH n1 ORDER BY x6 LIMIT $l0
  RETURN collect([n1.slug]) AS n1s
}
CALL (*) {
  CALL (*) {
    MATCH (n11:Event)
    WHERE ((n11.date_first IS NULL OR n11.date_first <= $p3) AND (coalesce(n11.endDate_last, n11.date_last) IS NULL OR coalesce(n11.endDate_last, n11.date_last) >= $p2)) AND n11.date_first IS NOT NULL
    WITH n11 ORDER BY n11.date_first, n11.title_sort, n11.slug LIMIT $l1
    RETURN collect(n11) AS x13
  }
  CALL (x13) {
    UNWIND CASE WHEN size(x13) < $l1 THEN [1] ELSE [] END AS x17
    MATCH (n11:Event)
    WHERE ((n11.date_first IS NULL OR n11.date_first <= $p3) AND (coalesce(n11.endDate_last, n11.date_last) IS NULL OR coalesce(n11.endDate_last, n11.date_last) >= $p2)) AND n11.date_first IS NULL
    WITH n11 ORDER BY n11.title_sort, n11.slug LIMIT $l1
    RETURN collect(n11) AS x14
  }
  WITH x13 + x14 AS x15
  UNWIND range(0, size(x15) - 1) AS x16
  WITH x16, x15[x16] AS n11
  WITH n11 ORDER BY x16 LIMIT $l1
  RETURN collect([n11.slug, n11.date, n11.endDate]) AS n11s
}
CALL (*) {
  CALL (*) {
    MATCH (n21:Event)
    WHERE ((n21.date_first IS NULL OR n21.date_first <= $p5) AND (coalesce(n21.endDate_last, n21.date_last) IS NULL OR coalesce(n21.endDate_last, n21.date_last) >= $p4)) AND n21.date_first IS NOT NULL
    WITH n21 ORDER BY n21.date_first, n21.title_sort, n21.slug LIMIT $l2
    RETURN collect(n21) AS x23
  }
  CALL (x23) {
    UNWIND CASE WHEN size(x23) < $l2 THEN [1] ELSE [] END AS x27
    MATCH (n21:Event)
    WHERE ((n21.date_first IS NULL OR n21.date_first <= $p5) AND (coalesce(n21.endDate_last, n21.date_last) IS NULL OR coalesce(n21.endDate_last, n21.date_last) >= $p4)) AND n21.date_first IS NULL
    WITH n21 ORDER BY n21.title_sort, n21.slug LIMIT $l2
    RETURN collect(n21) AS x24
  }
  WITH x23 + x24 AS x25
  UNWIND range(0, size(x25) - 1) AS x26
  WITH x26, x25[x26] AS n21
  WITH n21 ORDER BY x26 LIMIT $l2
  RETURN collect([n21.slug]) AS n21s
}
RETURN n1s,
       n11s,
       n21s,
       COUNT {
  MATCH (n31:Event)
  WHERE (n31.date_first IS NULL OR n31.date_first <= $p7) AND (coalesce(n31.endDate_last, n31.date_last) IS NULL OR coalesce(n31.endDate_last, n31.date_last) >= $p6)
},
       head(COLLECT {
  MATCH (n33:Person {slug: $p8})
  RETURN [COUNT {
    MATCH (n33)-[e36:TAKES_PART]->(n35:Event)
    WHERE ((e36.since_first IS NULL OR e36.since_first <= $p3) AND (e36.until_last IS NULL OR e36.until_last >= $p2)) AND ((n35.date_first IS NULL OR n35.date_first <= $p3) AND (coalesce(n35.endDate_last, n35.date_last) IS NULL OR coalesce(n35.endDate_last, n35.date_last) >= $p2))
  }, COUNT {
    MATCH (n33)-[e39:TAKES_PART]->(n38:Event)
    WHERE ((e39.since_first IS NULL OR e39.since_first <= $p10) AND (e39.until_last IS NULL OR e39.until_last >= $p9)) AND ((n38.date_first IS NULL OR n38.date_first <= $p10) AND (coalesce(n38.endDate_last, n38.date_last) IS NULL OR coalesce(n38.endDate_last, n38.date_last) >= $p9))
  }]
}),
       COLLECT {
  MATCH (n42:Programme)
  WHERE ((n42.start_first IS NULL OR n42.start_first <= $p12) AND (n42.end_last IS NULL OR n42.end_last >= $p11)) AND n42._place IS NOT NULL
  WITH n42 ORDER BY n42._place LIMIT $l6
  RETURN [n42.start, n42.end]
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
