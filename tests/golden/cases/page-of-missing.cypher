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
    WITH x3 WHERE size(x3) < $l0
    MATCH (n1:Event)
    WHERE ($c0_0 IS NOT NULL OR n1.title_sort >= $c0_1 AND (n1.title_sort > $c0_1 OR n1.slug > $c0_2)) AND n1.date_first IS NULL
    RETURN n1 ORDER BY n1.title_sort, n1.slug LIMIT $l0
  }
  WITH n1 ORDER BY n1.date_first, n1.title_sort, n1.slug LIMIT $l0
  RETURN collect([n1.slug, n1.date, toString(n1.date_first), n1.title_sort]) AS n1s
}
CALL (*) {
  CALL (*) {
    MATCH (n7:Event)
    WHERE (n7.date_first >= $c1_0 AND (n7.date_first > $c1_0 OR (n7.title_sort > $c1_1 OR (n7.title_sort = $c1_1 AND n7.slug > $c1_2)))) AND n7.date_first IS NOT NULL
    WITH n7 ORDER BY n7.date_first, n7.title_sort, n7.slug LIMIT $l1
    RETURN collect(n7) AS x9
  }
  CALL (x9) {
    UNWIND x9 AS n7
    RETURN n7
    UNION ALL
    WITH x9 WHERE size(x9) < $l1
    MATCH (n7:Event)
    WHERE ($c1_0 IS NOT NULL OR n7.title_sort >= $c1_1 AND (n7.title_sort > $c1_1 OR n7.slug > $c1_2)) AND n7.date_first IS NULL
    RETURN n7 ORDER BY n7.title_sort, n7.slug LIMIT $l1
  }
  WITH n7 ORDER BY n7.date_first, n7.title_sort, n7.slug LIMIT $l1
  RETURN collect([n7.slug, n7.date]) AS n7s
}
RETURN EXISTS {
  MATCH (n1:Event)
  WHERE NOT coalesce((($c0_0 IS NOT NULL AND (n1.date_first IS NULL OR n1.date_first > $c0_0)) OR ((n1.date_first = $c0_0 OR ($c0_0 IS NULL AND n1.date_first IS NULL)) AND (n1.title_sort > $c0_1 OR (n1.title_sort = $c0_1 AND n1.slug > $c0_2)))), false)
},
       n1s,
       EXISTS {
  MATCH (n7:Event)
  WHERE NOT coalesce((($c1_0 IS NOT NULL AND (n7.date_first IS NULL OR n7.date_first > $c1_0)) OR ((n7.date_first = $c1_0 OR ($c1_0 IS NULL AND n7.date_first IS NULL)) AND (n7.title_sort > $c1_1 OR (n7.title_sort = $c1_1 AND n7.slug > $c1_2)))), false)
},
       n7s,
       COLLECT {
  MATCH (n13:Event)
  WITH n13 ORDER BY n13.date_first DESC, n13.title_sort DESC, n13.slug DESC LIMIT $l2
  RETURN [n13.slug, n13.date]
},
       COLLECT {
  MATCH (n18:District)
  WHERE n18._place > $c3_0 AND n18._place IS NOT NULL
  WITH n18 ORDER BY n18._place LIMIT $l3
  RETURN [n18.slug]
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
