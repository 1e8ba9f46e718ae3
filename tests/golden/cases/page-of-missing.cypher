CALL (*) {
  CALL (*) {
    MATCH (n1:Event)
    WHERE (n1.date_first >= $c0_0 AND (n1.date_first > $c0_0 OR (n1.title_sort > $c0_1 OR (n1.title_sort = $c0_1 AND n1.slug > $c0_2)))) AND n1.date_first IS NOT NULL
    WITH n1 ORDER BY n1.date_first, n1.title_sort, n1.slug LIMIT $l0
    RETURN collect(n1) AS x3
  }
  CALL (x3) {
    UNWIND CASE WHEN size(x3) < $l0 THEN [1] ELSE [] END AS x7
    MATCH (n1:Event)
    WHERE ($c0_0 IS NOT NULL OR n1.title_sort >= $c0_1 AND (n1.title_sort > $c0_1 OR n1.slug > $c0_2)) AND n1.date_first IS NULL
    WITH n1 ORDER BY n1.title_sort, n1.slug LIMIT $l0
    RETURN collect(n1) AS x4
  }
  WITH x3 + x4 AS x5
  UNWIND range(0, size(x5) - 1) AS x6
  WITH x6, x5[x6] AS n1
  WITH n1 ORDER BY x6 LIMIT $l0
  RETURN collect([n1.slug, n1.date, toString(n1.date_first), n1.title_sort]) AS n1s
}
CALL (*) {
  CALL (*) {
    MATCH (n11:Event)
    WHERE (n11.date_first >= $c1_0 AND (n11.date_first > $c1_0 OR (n11.title_sort > $c1_1 OR (n11.title_sort = $c1_1 AND n11.slug > $c1_2)))) AND n11.date_first IS NOT NULL
    WITH n11 ORDER BY n11.date_first, n11.title_sort, n11.slug LIMIT $l1
    RETURN collect(n11) AS x13
  }
  CALL (x13) {
    UNWIND CASE WHEN size(x13) < $l1 THEN [1] ELSE [] END AS x17
    MATCH (n11:Event)
    WHERE ($c1_0 IS NOT NULL OR n11.title_sort >= $c1_1 AND (n11.title_sort > $c1_1 OR n11.slug > $c1_2)) AND n11.date_first IS NULL
    WITH n11 ORDER BY n11.title_sort, n11.slug LIMIT $l1
    RETURN collect(n11) AS x14
  }
  WITH x13 + x14 AS x15
  UNWIND range(0, size(x15) - 1) AS x16
  WITH x16, x15[x16] AS n11
  WITH n11 ORDER BY x16 LIMIT $l1
  RETURN collect([n11.slug, n11.date]) AS n11s
}
RETURN EXISTS {
  MATCH (n1:Event)
  WHERE NOT coalesce((($c0_0 IS NOT NULL AND (n1.date_first IS NULL OR n1.date_first > $c0_0)) OR ((n1.date_first = $c0_0 OR ($c0_0 IS NULL AND n1.date_first IS NULL)) AND (n1.title_sort > $c0_1 OR (n1.title_sort = $c0_1 AND n1.slug > $c0_2)))), false)
},
       n1s,
       EXISTS {
  MATCH (n11:Event)
  WHERE NOT coalesce((($c1_0 IS NOT NULL AND (n11.date_first IS NULL OR n11.date_first > $c1_0)) OR ((n11.date_first = $c1_0 OR ($c1_0 IS NULL AND n11.date_first IS NULL)) AND (n11.title_sort > $c1_1 OR (n11.title_sort = $c1_1 AND n11.slug > $c1_2)))), false)
},
       n11s,
       COLLECT {
  MATCH (n21:Event)
  WITH n21 ORDER BY n21.date_first DESC, n21.title_sort DESC, n21.slug DESC LIMIT $l2
  RETURN [n21.slug, n21.date]
},
       COLLECT {
  MATCH (n26:District)
  WHERE n26._place > $c3_0 AND n26._place IS NOT NULL
  WITH n26 ORDER BY n26._place LIMIT $l3
  RETURN [n26.slug]
}

// $l0 = 4
// $c0_0 = "2012-06-01"
// $c0_1 = "fachtag"
// $c0_2 = "fachtag"
// $l1 = 4
// $c1_0 = null
// $c1_1 = "a"
// $c1_2 = "a"
// $l2 = 2
// $l3 = 1
// $c3_0 = "a\u0001a\u0001District"
