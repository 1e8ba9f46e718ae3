CALL (*) {
  CALL (*) {
    MATCH (n1:Event)
    WHERE (n1.date_first >= $c0_0 AND (n1.date_first > $c0_0 OR (n1.title_sort > $c0_1 OR (n1.title_sort = $c0_1 AND n1.slug > $c0_2)))) AND n1.date_first IS NOT NULL
    WITH n1 ORDER BY n1.date_first, n1.title_sort, n1.slug LIMIT $l0
    RETURN collect(n1) AS x3
  }
  CALL (x3) {
    UNWIND CASE WHEN size(x3) < $l0 THEN [1] ELSE [] END AS x5
    MATCH (n1:Event)
    WHERE ($c0_0 IS NOT NULL OR n1.title_sort >= $c0_1 AND (n1.title_sort > $c0_1 OR n1.slug > $c0_2)) AND n1.date_first IS NULL
    WITH n1 ORDER BY n1.title_sort, n1.slug LIMIT $l0
    RETURN collect(n1) AS x4
  }
  RETURN [n1 IN (x3 + x4)[..$l0] | [n1.slug, n1.date, toString(n1.date_first), n1.title_sort]] AS n1s
}
CALL (*) {
  CALL (*) {
    MATCH (n9:Event)
    WHERE (n9.date_first >= $c1_0 AND (n9.date_first > $c1_0 OR (n9.title_sort > $c1_1 OR (n9.title_sort = $c1_1 AND n9.slug > $c1_2)))) AND n9.date_first IS NOT NULL
    WITH n9 ORDER BY n9.date_first, n9.title_sort, n9.slug LIMIT $l1
    RETURN collect(n9) AS x11
  }
  CALL (x11) {
    UNWIND CASE WHEN size(x11) < $l1 THEN [1] ELSE [] END AS x13
    MATCH (n9:Event)
    WHERE ($c1_0 IS NOT NULL OR n9.title_sort >= $c1_1 AND (n9.title_sort > $c1_1 OR n9.slug > $c1_2)) AND n9.date_first IS NULL
    WITH n9 ORDER BY n9.title_sort, n9.slug LIMIT $l1
    RETURN collect(n9) AS x12
  }
  RETURN [n9 IN (x11 + x12)[..$l1] | [n9.slug, n9.date]] AS n9s
}
CALL (*) {
  CALL (*) {
    MATCH (n27:Event)
    WHERE (n27.date_first >= $c4_0 AND (n27.date_first > $c4_0 OR (n27.title_sort > $c4_1 OR (n27.title_sort = $c4_1 AND n27.slug > $c4_2)))) AND n27.date_first IS NOT NULL
    WITH n27 ORDER BY n27.date_first, n27.title_sort, n27.slug LIMIT $l4
    RETURN collect(n27) AS x39
  }
  CALL (x39) {
    UNWIND CASE WHEN size(x39) < $l4 THEN [1] ELSE [] END AS x41
    MATCH (n27:Event)
    WHERE ($c4_0 IS NOT NULL OR n27.title_sort >= $c4_1 AND (n27.title_sort > $c4_1 OR n27.slug > $c4_2)) AND n27.date_first IS NULL
    WITH n27 ORDER BY n27.title_sort, n27.slug LIMIT $l4
    RETURN collect(n27) AS x40
  }
  WITH (x39 + x40)[..$l4] AS n27s
  UNWIND range(0, size(n27s) - 1) AS n27s_at
  WITH n27s_at, n27s[n27s_at] AS n27 ORDER BY n27s_at
  CALL (*) {
    MATCH (n27)<-[e30:ORGANISES]-(n29)
    WITH n29, e30, e30.role AS k34
    WITH k34, [count(*)] AS a31
    WITH k34, a31 ORDER BY k34 LIMIT $l6
    RETURN collect([a31[0], k34]) AS x37
  }
  RETURN collect([n27.slug, n27.date, x37]) AS n27s
}
RETURN EXISTS {
  MATCH (n1:Event)
  WHERE NOT coalesce((($c0_0 IS NOT NULL AND (n1.date_first IS NULL OR n1.date_first > $c0_0)) OR ((n1.date_first = $c0_0 OR ($c0_0 IS NULL AND n1.date_first IS NULL)) AND (n1.title_sort > $c0_1 OR (n1.title_sort = $c0_1 AND n1.slug > $c0_2)))), false)
},
       n1s,
       EXISTS {
  MATCH (n9:Event)
  WHERE NOT coalesce((($c1_0 IS NOT NULL AND (n9.date_first IS NULL OR n9.date_first > $c1_0)) OR ((n9.date_first = $c1_0 OR ($c1_0 IS NULL AND n9.date_first IS NULL)) AND (n9.title_sort > $c1_1 OR (n9.title_sort = $c1_1 AND n9.slug > $c1_2)))), false)
},
       n9s,
       COLLECT {
  MATCH (n17:Event)
  WITH n17 ORDER BY n17.date_first DESC, n17.title_sort DESC, n17.slug DESC LIMIT $l2
  RETURN [n17.slug, n17.date]
},
       COLLECT {
  MATCH (n22:District)
  WHERE n22._place > $c3_0 AND n22._place IS NOT NULL
  WITH n22 ORDER BY n22._place LIMIT $l3
  RETURN [n22.slug]
},
       n27s

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
// $l4 = 3
// $c4_0 = "2012-06-01"
// $c4_1 = "fachtag"
// $c4_2 = "fachtag"
// $l5 = 20
// $l6 = 20
