CALL (*) {
  WITH COUNT {
    MATCH (n1:LocalAuthority)
  } AS t20
  MATCH (n1:LocalAuthority)
  WITH t20, n1, head(COLLECT {
    MATCH (n1)-[e6:LOCATED_IN]->(n5:State)
    WITH e6, n5 ORDER BY e6.since_first IS NULL, e6.since_first DESC LIMIT 1
    RETURN n5
  }) AS n7
  WITH t20, n1, n7 AS k8, n1.kind AS k9, COUNT { MATCH (n1)-[:JOINED]->() } >= $p0 AS f0
  WITH t20, k8, k9, [count(*), count(CASE WHEN f0 THEN 1 END), toFloat(sum(n1.population))] AS a2
  WITH t20, k8, k9, a2 ORDER BY CASE WHEN a2[0] > 0 THEN toFloat(a2[1]) / a2[0] END IS NULL, CASE WHEN a2[0] > 0 THEN toFloat(a2[1]) / a2[0] END DESC, a2[2] IS NULL, a2[2] DESC, k8.name_sort, k8.slug, k9 LIMIT $l1
  CALL (*) {
    MATCH (k8)-[e12:SUPPORTS]->(n11:Programme)
    WITH [count(*)] AS a13, collect(DISTINCT n11) AS n11s
    CALL (n11s) {
      UNWIND n11s AS n15
      RETURN [count(*)] AS a14
    }
    RETURN collect([a14[0]]) AS x18
  }
  RETURN collect([k8.slug, k8.name, head(x18), k9, a2[0], CASE WHEN t20 > 0 THEN toFloat(a2[0]) / t20 END, CASE WHEN a2[0] > 0 THEN toFloat(a2[1]) / a2[0] END, a2[2]]) AS x24
}
CALL (*) {
  MATCH (n26:LocalAuthority)
  OPTIONAL MATCH (n26)-[e31:JOINED]->(n30)
  WHERE ((e31.since_first IS NULL OR e31.since_first <= $p2) AND (e31.until_last IS NULL OR e31.until_last >= $p1)) AND ((n30.start_first IS NULL OR n30.start_first <= $p2) AND (n30.end_last IS NULL OR n30.end_last >= $p1))
  WITH DISTINCT n26, n30 AS k32, left(e31.since, 4) AS k33, e31.role AS k34
  WITH k32, k33, k34, [count(*)] AS a27
  WITH *
  WHERE a27[0] >= $p3
  WITH k32, k33, k34, a27 ORDER BY k33 IS NULL, k33 DESC, k32.title_sort, k32.slug, k33, k34 LIMIT $l4
  RETURN collect([k32.slug, k32.title, k33, k34, a27[0]]) AS x37
}
CALL (*) {
  MATCH (n39:Programme)
  WITH n39 ORDER BY n39.title_sort, n39.slug LIMIT $l5
  CALL (*) {
    MATCH (n39)<-[e42:JOINED]-(n41)
    WITH n41, e42, head(COLLECT {
      MATCH (n41)-[e47:LOCATED_IN]->(n46:State)
      WITH e47, n46 ORDER BY e47.since_first IS NULL, e47.since_first DESC LIMIT 1
      RETURN n46
    }) AS n48
    WITH n41, e42, n48 AS k49
    WITH k49, [count(*), min(e42.since), max(e42.since)] AS a43, collect(DISTINCT n41) AS n41s
    CALL (n41s) {
      UNWIND n41s AS n45
      RETURN [count(*), toFloat(sum(n45.population)), percentileCont(n45.population, 0.5)] AS a44
    }
    WITH k49, a43, a44 ORDER BY a43[1], k49.name_sort, k49.slug LIMIT $l7
    RETURN collect([k49.slug, k49.name, a43[0], a44[0], a44[1], a44[2], a43[1], a43[2]]) AS x52
  }
  RETURN collect([n39.slug, x52]) AS n39s
}
CALL (*) {
  MATCH (n55:Network)
  WITH n55 ORDER BY coalesce(n55.title_en_sort, n55.title_sort), n55.slug LIMIT $l8
  CALL (*) {
    MATCH (n55)<-[e58:MEMBER_OF]-(n57)
    WITH n57, e58, head(COLLECT {
      MATCH (n57)-[e63:LOCATED_IN]->(n62:State)
      WHERE n57:LocalAuthority
      WITH e63, n62 ORDER BY e63.since_first IS NULL, e63.since_first DESC LIMIT 1
      RETURN n62
    }) AS n64
    WITH n57, e58, CASE WHEN n57 IS NOT NULL THEN CASE WHEN n57:Declaration THEN 'Declaration' WHEN n57:District THEN 'District' WHEN n57:Event THEN 'Event' WHEN n57:Figure THEN 'Figure' WHEN n57:Instrument THEN 'Instrument' WHEN n57:Municipality THEN 'Municipality' WHEN n57:Network THEN 'Network' WHEN n57:Offer THEN 'Offer' WHEN n57:Partner THEN 'Partner' WHEN n57:Person THEN 'Person' WHEN n57:Phase THEN 'Phase' WHEN n57:Programme THEN 'Programme' WHEN n57:Publication THEN 'Publication' WHEN n57:Session THEN 'Session' WHEN n57:Source THEN 'Source' WHEN n57:State THEN 'State' WHEN n57:Statement THEN 'Statement' WHEN n57:Topic THEN 'Topic' END END AS k65, n64 AS k66
    WITH k65, k66, [count(*)] AS a59
    WITH k65, k66, a59 ORDER BY k65, k66.name_sort, k66.slug LIMIT $l10
    RETURN collect([k65, k66.slug, k66.name, a59[0]]) AS x69
  }
  RETURN collect([x69]) AS n55s
}
CALL (*) {
  MATCH (n72:Event)
  WITH n72, left(n72.startsAt, 7) AS k76, n72.free AS k77
  WITH k76, k77, [count(*)] AS a73
  WITH k76, k77, a73 ORDER BY k76, k77 LIMIT $l12
  RETURN collect([k76, k77, a73[0]]) AS x80
}
RETURN x24,
       x37,
       n39s,
       n55s,
       x80

// $p0 = 1
// $p1 = "2023-01-01"
// $p2 = "2023-12-31"
// $p3 = 2.0
// $l0 = 21
// $l1 = 6
// $l2 = 21
// $l3 = 21
// $l4 = 21
// $l5 = 4
// $l6 = 21
// $l7 = 21
// $l8 = 3
// $l9 = 21
// $l10 = 21
// $l11 = 21
// $l12 = 21
