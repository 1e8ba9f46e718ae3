CALL (*) {
  MATCH (n1:LocalAuthority)
  OPTIONAL MATCH (n1)-[e6:JOINED]->(n5)
  WHERE ((e6.since_first IS NULL OR e6.since_first <= $p1) AND (e6.until_last IS NULL OR e6.until_last >= $p0)) AND ((n5.start_first IS NULL OR n5.start_first <= $p1) AND (n5.end_last IS NULL OR n5.end_last >= $p0))
  WITH DISTINCT n1, n5 AS k7, left(e6.since, 4) AS k8
  WITH k7, k8, [count(*)] AS a2
  WITH count(*) AS g9
  RETURN collect([g9]) AS x10
}
CALL (*) {
  MATCH (n1:LocalAuthority)
  OPTIONAL MATCH (n1)-[e15:JOINED]->(n14)
  WHERE ((e15.since_first IS NULL OR e15.since_first <= $p1) AND (e15.until_last IS NULL OR e15.until_last >= $p0)) AND ((n14.start_first IS NULL OR n14.start_first <= $p1) AND (n14.end_last IS NULL OR n14.end_last >= $p0))
  WITH DISTINCT n1, n14 AS k16, left(e15.since, 4) AS k17
  WITH k16, k17, [count(*)] AS a11
  WITH *
  WHERE a11[0] >= $p2
  WITH count(*) AS g18
  RETURN collect([g18]) AS x19
}
CALL (*) {
  MATCH (n1:LocalAuthority)
  OPTIONAL MATCH (n1)-[e24:JOINED]->(n23)
  WHERE ((e24.since_first IS NULL OR e24.since_first <= $p1) AND (e24.until_last IS NULL OR e24.until_last >= $p0)) AND ((n23.start_first IS NULL OR n23.start_first <= $p1) AND (n23.end_last IS NULL OR n23.end_last >= $p0))
  WITH DISTINCT n1, n23 AS k25, left(e24.since, 4) AS k26
  WITH k25, k26, [count(*)] AS a20
  WITH *
  WHERE a20[0] >= $p2
  WITH k25, k26, a20 ORDER BY k25.title_sort, k25.slug, k26 LIMIT $l1
  RETURN collect([k25.slug, k25.title, k26, a20[0]]) AS x29
}
CALL (*) {
  MATCH (n31:LocalAuthority)
  WHERE n31.population < $p3
  WITH n31, n31.kind AS k35
  WITH k35, [count(*)] AS a32
  WITH count(*) AS g36
  RETURN collect([g36]) AS x37
}
CALL (*) {
  MATCH (n39:Programme)
  WHERE n39._place IS NOT NULL
  WITH n39 ORDER BY n39._place LIMIT $l3
  CALL (*) {
    WITH COUNT {
      MATCH (n39)<-[:JOINED]-()
    } AS t52
    MATCH (n39)<-[e42:JOINED]-(n41)
    WITH t52, n41, e42, head(COLLECT {
      MATCH (n41)-[e47:LOCATED_IN]->(n46:State)
      WITH e47, n46, e47.since_first AS s48 ORDER BY s48 IS NULL, s48 DESC LIMIT 1
      RETURN n46
    }) AS n49
    WITH t52, n41, e42, n49 AS k50, e42.role AS k51
    WITH t52, k50, k51, [count(DISTINCT e42.since), count(*)] AS a43, collect(DISTINCT n41) AS n41s
    CALL (n41s) {
      UNWIND n41s AS n45
      RETURN [toFloat(sum(n45.population))] AS a44
    }
    WITH *
    WHERE a43[0] >= $p4 AND a44[0] > $p5 AND ([x IN [CASE WHEN t52 > 0 THEN toFloat(a43[1]) / t52 END] | round(x, CASE WHEN x = 0 OR abs(x) >= 1e11 THEN 0 ELSE 11 - toInteger(floor(log10(abs(x)))) END, 'HALF_EVEN')][0] < $p4)
    WITH count(*) AS g53
    RETURN collect([g53]) AS x54
  }
  RETURN collect([n39.slug, COUNT {
    MATCH (n39)<-[:JOINED]-()
  }, head(x54)[0]]) AS n39s
}
RETURN head(x10)[0],
       head(x19)[0],
       x29,
       COUNT {
  MATCH (n31:LocalAuthority)
  WHERE n31.population < $p3
},
       head(x37)[0],
       n39s

// $p0 = "2023-01-01"
// $p1 = "2023-12-31"
// $p2 = 2.0
// $p3 = 0
// $p4 = 1.0
// $p5 = 0.0
// $l0 = 20
// $l1 = 1
// $l2 = 20
// $l3 = 3
// $l4 = 20
