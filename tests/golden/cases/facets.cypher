CALL (*) {
  MATCH (n1:LocalAuthority)
  WHERE n1.population >= $p0
  WITH n1, n1.kind AS k5
  WITH k5, [count(*)] AS a2
  WITH k5, a2 ORDER BY k5 IS NULL DESC, a2[0] DESC, k5 LIMIT $l1
  RETURN collect([k5, a2[0]]) AS x7
}
CALL (*) {
  MATCH (n1:LocalAuthority)
  WHERE n1.population >= $p0
  WITH n1, head(COLLECT {
    MATCH (n1)-[e13:LOCATED_IN]->(n12:State)
    WHERE (e13.since_first IS NULL OR e13.since_first <= $p2) AND (e13.until_last IS NULL OR e13.until_last >= $p1)
    WITH e13, n12 ORDER BY e13.since_first IS NULL, e13.since_first DESC LIMIT 1
    RETURN n12
  }) AS n14
  WITH n1, n14 AS k15
  WITH k15, [count(*)] AS a9
  WITH k15, a9 ORDER BY k15 IS NULL DESC, a9[0] DESC, k15.name_sort, k15.slug LIMIT $l2
  RETURN collect([k15.slug, a9[0], k15.name]) AS x17
}
CALL (*) {
  MATCH (n1:LocalAuthority)
  WHERE n1.population >= $p0
  OPTIONAL MATCH (n1)-[e23:JOINED]->(n22)
  WHERE ((e23.since_first IS NULL OR e23.since_first <= $p2) AND (e23.until_last IS NULL OR e23.until_last >= $p1)) AND ((n22.start_first IS NULL OR n22.start_first <= $p2) AND (n22.end_last IS NULL OR n22.end_last >= $p1))
  WITH DISTINCT n1, left(n22.start, 4) AS k24
  WITH k24, [count(*)] AS a19
  WITH k24, a19 ORDER BY k24 IS NULL DESC, a19[0] DESC, k24 LIMIT $l3
  RETURN collect([k24, a19[0]]) AS x26
}
CALL (*) {
  MATCH (n30:Programme)
  WITH n30 ORDER BY n30.title_sort, n30.slug LIMIT $l4
  CALL (*) {
    MATCH (n30)<-[e33:JOINED]-(n32)
    WITH n32, e33, e33.role AS k37
    WITH k37, [count(*)] AS a34
    WITH k37, a34 ORDER BY k37 IS NULL DESC, a34[0] DESC, k37 LIMIT $l6
    RETURN collect([k37, a34[0]]) AS x39
  }
  RETURN collect([n30.slug, x39]) AS n30s
}
CALL (*) {
  CALL db.index.fulltext.queryNodes('search_public', $p3)
  YIELD node AS n43, score AS e44
  WITH *
  WITH n43, e44, CASE WHEN n43 IS NOT NULL THEN CASE WHEN n43:Declaration THEN 'Declaration' WHEN n43:District THEN 'District' WHEN n43:Event THEN 'Event' WHEN n43:Figure THEN 'Figure' WHEN n43:Instrument THEN 'Instrument' WHEN n43:Municipality THEN 'Municipality' WHEN n43:Network THEN 'Network' WHEN n43:Offer THEN 'Offer' WHEN n43:Partner THEN 'Partner' WHEN n43:Person THEN 'Person' WHEN n43:Phase THEN 'Phase' WHEN n43:Programme THEN 'Programme' WHEN n43:Publication THEN 'Publication' WHEN n43:Session THEN 'Session' WHEN n43:Source THEN 'Source' WHEN n43:State THEN 'State' WHEN n43:Statement THEN 'Statement' WHEN n43:Topic THEN 'Topic' END END AS k48
  WITH k48, [count(*)] AS a45
  WITH k48, a45 ORDER BY k48 IS NULL DESC, a45[0] DESC, k48 LIMIT $l8
  RETURN collect([k48, a45[0]]) AS x50
}
RETURN COUNT {
  MATCH (n1:LocalAuthority)
  WHERE n1.population >= $p0
},
       x7,
       x17,
       x26,
       COLLECT {
  MATCH (n1:LocalAuthority)
  WHERE n1.population >= $p0
  WITH n1 ORDER BY n1.name_sort, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END LIMIT $l0
  RETURN [n1.name]
},
       n30s,
       x50

// $p0 = 1000
// $p1 = "2021-01-01"
// $p2 = "2021-12-31"
// $p3 = "+(association:engagement^2 body:engagement^2 body_de_simple:engagement^2 body_en:engagement^2 minorityName:engagement^4 name:engagement^10 name_de_simple:engagement^10 name_en:engagement^10 officialName:engagement^4 shortName:engagement^10 shortTitle:engagement^8 summary:engagement^4 summary_de_simple:engagement^4 summary_en:engagement^4 text:engagement^2 text_de_simple:engagement^2 text_en:engagement^2 title:engagement^10 title_de_simple:engagement^10 title_en:engagement^10 association:engagement*^1 body:engagement*^1 body_de_simple:engagement*^1 body_en:engagement*^1 minorityName:engagement*^2 name:engagement*^5 name_de_simple:engagement*^5 name_en:engagement*^5 officialName:engagement*^2 shortName:engagement*^5 shortTitle:engagement*^4 summary:engagement*^2 summary_de_simple:engagement*^2 summary_en:engagement*^2 text:engagement*^1 text_de_simple:engagement*^1 text_en:engagement*^1 title:engagement*^5 title_de_simple:engagement*^5 title_en:engagement*^5)"
// $l0 = 3
// $l1 = 3
// $l2 = 3
// $l3 = 3
// $l4 = 3
// $l5 = 21
// $l6 = 21
// $l7 = 21
// $l8 = 21
