CALL (*) {
  CALL (*) {
    MATCH (n1:Event)
    WHERE (n1.date_first >= $c0_0 AND (n1.date_first > $c0_0 OR (n1.title_sort > $c0_1 OR (n1.title_sort = $c0_1 AND n1.slug > $c0_2)))) AND n1.date_first IS NOT NULL
    WITH n1 ORDER BY n1.date_first, n1.title_sort, n1.slug LIMIT $l0
    RETURN collect(n1) AS x3
  }
  CALL (x3) {
    UNWIND x3 AS n1
    RETURN n1
    UNION ALL
    UNWIND CASE WHEN size(x3) < $l0 THEN [1] ELSE [] END AS x4
    MATCH (n1:Event)
    WHERE ($c0_0 IS NOT NULL OR n1.title_sort >= $c0_1 AND (n1.title_sort > $c0_1 OR n1.slug > $c0_2)) AND n1.date_first IS NULL
    RETURN n1 ORDER BY n1.title_sort, n1.slug LIMIT $l0
  }
  WITH n1 ORDER BY n1.date_first, n1.title_sort, n1.slug LIMIT $l0
  RETURN collect([n1.slug, n1.date, toString(n1.date_first), n1.title_sort]) AS n1s
}
CALL (*) {
  CALL (*) {
    MATCH (n8:Event)
    WHERE (n8.date_first >= $c1_0 AND (n8.date_first > $c1_0 OR (n8.title_sort > $c1_1 OR (n8.title_sort = $c1_1 AND n8.slug > $c1_2)))) AND n8.date_first IS NOT NULL
    WITH n8 ORDER BY n8.date_first, n8.title_sort, n8.slug LIMIT $l1
    RETURN collect(n8) AS x10
  }
  CALL (x10) {
    UNWIND x10 AS n8
    RETURN n8
    UNION ALL
    UNWIND CASE WHEN size(x10) < $l1 THEN [1] ELSE [] END AS x11
    MATCH (n8:Event)
    WHERE ($c1_0 IS NOT NULL OR n8.title_sort >= $c1_1 AND (n8.title_sort > $c1_1 OR n8.slug > $c1_2)) AND n8.date_first IS NULL
    RETURN n8 ORDER BY n8.title_sort, n8.slug LIMIT $l1
  }
  WITH n8 ORDER BY n8.date_first, n8.title_sort, n8.slug LIMIT $l1
  RETURN collect([n8.slug, n8.date]) AS n8s
}
RETURN EXISTS {
  MATCH (n1:Event)
  WHERE NOT coalesce((($c0_0 IS NOT NULL AND (n1.date_first IS NULL OR n1.date_first > $c0_0)) OR ((n1.date_first = $c0_0 OR ($c0_0 IS NULL AND n1.date_first IS NULL)) AND (n1.title_sort > $c0_1 OR (n1.title_sort = $c0_1 AND n1.slug > $c0_2)))), false)
},
       n1s,
       EXISTS {
  MATCH (n8:Event)
  WHERE NOT coalesce((($c1_0 IS NOT NULL AND (n8.date_first IS NULL OR n8.date_first > $c1_0)) OR ((n8.date_first = $c1_0 OR ($c1_0 IS NULL AND n8.date_first IS NULL)) AND (n8.title_sort > $c1_1 OR (n8.title_sort = $c1_1 AND n8.slug > $c1_2)))), false)
},
       n8s,
       COLLECT {
  MATCH (n15:Event)
  WITH n15 ORDER BY n15.date_first DESC, n15.title_sort DESC, n15.slug DESC LIMIT $l2
  RETURN [n15.slug, n15.date]
},
       COLLECT {
  MATCH (n20:District)
  WHERE n20._place > $c3_0 AND n20._place IS NOT NULL
  WITH n20 ORDER BY n20._place LIMIT $l3
  RETURN [n20.slug]
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
