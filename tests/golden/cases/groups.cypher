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
  WITH t21, n1, n8 AS k9, n1.kind AS k10, COUNT { MATCH (n1)-[:JOINED]->() } >= $p0 AS f0
  WITH t21, k9, k10, [count(*), count(CASE WHEN f0 THEN 1 END), toFloat(sum(n1.population))] AS a2
  WITH t21, k9, k10, a2 ORDER BY CASE WHEN a2[0] > 0 THEN toFloat(a2[1]) / a2[0] END IS NULL, CASE WHEN a2[0] > 0 THEN toFloat(a2[1]) / a2[0] END DESC, a2[2] IS NULL, a2[2] DESC, k9.name_sort, k9.slug, k10 LIMIT $l1
  CALL (*) {
    MATCH (k9)-[e13:SUPPORTS]->(n12:Programme)
    WITH [count(*)] AS a14, collect(DISTINCT n12) AS n12s
    CALL (n12s) {
      UNWIND n12s AS n16
      RETURN [count(*)] AS a15
    }
    RETURN collect([a15[0]]) AS x19
  }
  RETURN collect([k9.slug, k9.name, head(x19), k10, a2[0], CASE WHEN t21 > 0 THEN toFloat(a2[0]) / t21 END, CASE WHEN a2[0] > 0 THEN toFloat(a2[1]) / a2[0] END, a2[2]]) AS x25
}
CALL (*) {
  MATCH (n27:LocalAuthority)
  OPTIONAL MATCH (n27)-[e32:JOINED]->(n31)
  WHERE ((e32.since_first IS NULL OR e32.since_first <= $p2) AND (e32.until_last IS NULL OR e32.until_last >= $p1)) AND ((n31.start_first IS NULL OR n31.start_first <= $p2) AND (n31.end_last IS NULL OR n31.end_last >= $p1))
  WITH DISTINCT n27, n31 AS k33, left(e32.since, 4) AS k34, e32.role AS k35
  WITH k33, k34, k35, [count(*)] AS a28
  WITH *
  WHERE a28[0] >= $p3
  WITH k33, k34, k35, a28 ORDER BY k34 IS NULL, k34 DESC, k33.title_sort, k33.slug, k34, k35 LIMIT $l4
  RETURN collect([k33.slug, k33.title, k34, k35, a28[0]]) AS x38
}
CALL (*) {
  MATCH (n40:Programme)
  WHERE n40.title_sort IS NOT NULL
  WITH n40 ORDER BY n40.title_sort, n40.slug LIMIT $l5
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
    RETURN collect([k51.slug, k51.name, a44[0], a45[0], a45[1], a45[2], a44[1], a44[2]]) AS x54
  }
  RETURN collect([n40.slug, x54]) AS n40s
}
CALL (*) {
  MATCH (n57:Network)
  WITH n57 ORDER BY coalesce(n57.title_en_sort, n57.title_sort), n57.slug LIMIT $l8
  CALL (*) {
    MATCH (n57)<-[e60:MEMBER_OF]-(n59)
    WITH n59, e60, head(COLLECT {
      MATCH (n59)-[e65:LOCATED_IN]->(n64:State)
      WHERE n59:LocalAuthority
      WITH e65, n64, e65.since_first AS s66 ORDER BY s66 IS NULL, s66 DESC LIMIT 1
      RETURN n64
    }) AS n67
    WITH n59, e60, CASE WHEN n59 IS NOT NULL THEN CASE WHEN n59:Declaration THEN 'Declaration' WHEN n59:District THEN 'District' WHEN n59:Event THEN 'Event' WHEN n59:Figure THEN 'Figure' WHEN n59:Instrument THEN 'Instrument' WHEN n59:Municipality THEN 'Municipality' WHEN n59:Network THEN 'Network' WHEN n59:Offer THEN 'Offer' WHEN n59:Partner THEN 'Partner' WHEN n59:Person THEN 'Person' WHEN n59:Phase THEN 'Phase' WHEN n59:Programme THEN 'Programme' WHEN n59:Publication THEN 'Publication' WHEN n59:Session THEN 'Session' WHEN n59:Source THEN 'Source' WHEN n59:State THEN 'State' WHEN n59:Statement THEN 'Statement' WHEN n59:Topic THEN 'Topic' END END AS k68, n67 AS k69
    WITH k68, k69, [count(*)] AS a61
    WITH k68, k69, a61 ORDER BY k68, k69.name_sort, k69.slug LIMIT $l10
    RETURN collect([k68, k69.slug, k69.name, a61[0]]) AS x72
  }
  RETURN collect([x72]) AS n57s
}
CALL (*) {
  MATCH (n75:Event)
  WITH n75, left(n75.startsAt, 7) AS k79, n75.free AS k80
  WITH k79, k80, [count(*)] AS a76
  WITH k79, k80, a76 ORDER BY k79, k80 LIMIT $l12
  RETURN collect([k79, k80, a76[0]]) AS x83
}
RETURN x25,
       x38,
       n40s,
       n57s,
       x83

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
