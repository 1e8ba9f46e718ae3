CALL (*) {
  WITH COUNT {
    MATCH (n1:LocalAuthority)
  } AS t21
  MATCH (n1:LocalAuthority)
  WITH t21, n1, head(COLLECT {
    MATCH (n1)-[e6:LOCATED_IN]->(n5:State)
    WITH e6, n5, e6.since_first AS s7 ORDER BY s7 IS NULL, s7 DESC LIMIT 1
    RETURN n5
  }) AS n8
  WITH t21, n1, n8 AS k9, n1.kind AS k10, COUNT { MATCH (n1)-[:JOINED]->() } >= $p1 AS f0
  WITH t21, k9, k10, [count(*), count(CASE WHEN f0 THEN 1 END), toFloat(sum(n1.population))] AS a2
  WITH t21, k9, k10, a2 ORDER BY [x IN [CASE WHEN a2[0] > 0 THEN toFloat(a2[1]) / a2[0] END] | round(x, CASE WHEN x = 0 OR abs(x) >= 1e11 THEN 0 ELSE 11 - toInteger(floor(log10(abs(x)))) END, 'HALF_EVEN')][0] IS NULL, [x IN [CASE WHEN a2[0] > 0 THEN toFloat(a2[1]) / a2[0] END] | round(x, CASE WHEN x = 0 OR abs(x) >= 1e11 THEN 0 ELSE 11 - toInteger(floor(log10(abs(x)))) END, 'HALF_EVEN')][0] DESC, a2[2] IS NULL, a2[2] DESC, k9.name_sort, k9.slug, k10 SKIP $p0 LIMIT $l1
  CALL (*) {
    MATCH (k9)-[e13:SUPPORTS]->(n12:Programme)
    WITH [count(*)] AS a14, collect(DISTINCT n12) AS n12s
    CALL (n12s) {
      UNWIND n12s AS n16
      RETURN [count(*)] AS a15
    }
    RETURN collect([a15[0]]) AS x19
  }
  RETURN collect([k9.slug, k9.name, head(x19), k10, a2[0], [x IN [CASE WHEN t21 > 0 THEN toFloat(a2[0]) / t21 END] | round(x, CASE WHEN x = 0 OR abs(x) >= 1e11 THEN 0 ELSE 11 - toInteger(floor(log10(abs(x)))) END, 'HALF_EVEN')][0], [x IN [CASE WHEN a2[0] > 0 THEN toFloat(a2[1]) / a2[0] END] | round(x, CASE WHEN x = 0 OR abs(x) >= 1e11 THEN 0 ELSE 11 - toInteger(floor(log10(abs(x)))) END, 'HALF_EVEN')][0], a2[2]]) AS x25
}
CALL (*) {
  MATCH (n27:LocalAuthority)
  OPTIONAL MATCH (n27)-[e32:JOINED]->(n31)
  WHERE ((e32.since_first IS NULL OR e32.since_first <= $p3) AND (e32.until_last IS NULL OR e32.until_last >= $p2)) AND ((n31.start_first IS NULL OR n31.start_first <= $p3) AND (n31.end_last IS NULL OR n31.end_last >= $p2))
  WITH DISTINCT n27, n31 AS k33, left(e32.since, 4) AS k34, e32.role AS k35
  WITH k33, k34, k35, [count(*)] AS a28
  WITH *
  WHERE a28[0] >= $p4
  WITH k33, k34, k35, a28 ORDER BY k34 IS NULL, k34 DESC, k33.title_sort, k33.slug, k34, k35 LIMIT $l4
  RETURN collect([k33.slug, k33.title, k34, k35, a28[0]]) AS x38
}
CALL (*) {
  MATCH (n40:Programme)
  WHERE n40._place IS NOT NULL
  WITH n40 ORDER BY n40._place LIMIT $l5
  CALL (*) {
    MATCH (n40)<-[e43:JOINED]-(n42)
    WITH n42, e43, head(COLLECT {
      MATCH (n42)-[e48:LOCATED_IN]->(n47:State)
      WITH e48, n47, e48.since_first AS s49 ORDER BY s49 IS NULL, s49 DESC LIMIT 1
      RETURN n47
    }) AS n50
    WITH n42, e43, n50 AS k51
    WITH k51, [count(*), min(e43.since), max(e43.since)] AS a44, collect(DISTINCT n42) AS n42s
    CALL (n42s) {
      UNWIND n42s AS n46
      RETURN [count(*), toFloat(sum(n46.population)), percentileCont(n46.population, 0.5)] AS a45
    }
    WITH k51, a44, a45 ORDER BY a44[1], k51.name_sort, k51.slug LIMIT $l7
    RETURN collect([k51.slug, k51.name, a44[0], a45[0], a45[1], [x IN [a45[2]] | round(x, CASE WHEN x = 0 OR abs(x) >= 1e11 THEN 0 ELSE 11 - toInteger(floor(log10(abs(x)))) END, 'HALF_EVEN')][0], a44[1], a44[2]]) AS x54
  }
  RETURN collect([n40.slug, x54]) AS n40s
}
CALL (*) {
  MATCH (n59:Network)
  WITH n59 ORDER BY coalesce(n59.title_en_sort, n59.title_sort), n59.slug LIMIT $l8
  CALL (*) {
    MATCH (n59)<-[e62:MEMBER_OF]-(n61)
    WITH n61, e62, head(COLLECT {
      MATCH (n61)-[e67:LOCATED_IN]->(n66:State)
      WHERE n61:LocalAuthority
      WITH e67, n66, e67.since_first AS s68 ORDER BY s68 IS NULL, s68 DESC LIMIT 1
      RETURN n66
    }) AS n69
    WITH n61, e62, CASE WHEN n61 IS NOT NULL THEN CASE WHEN n61:Declaration THEN 'Declaration' WHEN n61:District THEN 'District' WHEN n61:Event THEN 'Event' WHEN n61:Figure THEN 'Figure' WHEN n61:Instrument THEN 'Instrument' WHEN n61:Municipality THEN 'Municipality' WHEN n61:Network THEN 'Network' WHEN n61:Offer THEN 'Offer' WHEN n61:Partner THEN 'Partner' WHEN n61:Person THEN 'Person' WHEN n61:Phase THEN 'Phase' WHEN n61:Programme THEN 'Programme' WHEN n61:Publication THEN 'Publication' WHEN n61:Session THEN 'Session' WHEN n61:Source THEN 'Source' WHEN n61:State THEN 'State' WHEN n61:Statement THEN 'Statement' WHEN n61:Topic THEN 'Topic' END END AS k70, n69 AS k71
    WITH k70, k71, [count(*)] AS a63
    WITH k70, k71, a63 ORDER BY k70, k71.name_sort, k71.slug LIMIT $l10
    RETURN collect([k70, k71.slug, k71.name, a63[0]]) AS x74
  }
  RETURN collect([x74, n59.slug]) AS n59s
}
CALL (*) {
  MATCH (n79:Event)
  WITH n79, left(n79.startsAt, 7) AS k83, n79.free AS k84
  WITH k83, k84, [count(*)] AS a80
  WITH k83, k84, a80 ORDER BY k83, k84 LIMIT $l12
  RETURN collect([k83, k84, a80[0]]) AS x87
}
RETURN x25,
       x38,
       n40s,
       n59s,
       x87

// $p0 = 1
// $p1 = 1
// $p2 = "2023-01-01"
// $p3 = "2023-12-31"
// $p4 = 2.0
// $l0 = 20
// $l1 = 5
// $l2 = 20
// $l3 = 20
// $l4 = 20
// $l5 = 3
// $l6 = 20
// $l7 = 20
// $l8 = 2
// $l9 = 20
// $l10 = 20
// $l11 = 20
// $l12 = 20
