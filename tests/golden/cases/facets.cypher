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
    WITH e13, n12, e13.since_first AS s14 ORDER BY s14 IS NULL, s14 DESC LIMIT 1
    RETURN n12
  }) AS n15
  WITH n1, n15 AS k16
  WITH k16, [count(*)] AS a9
  WITH k16, a9 ORDER BY k16 IS NULL DESC, a9[0] DESC, k16.name_sort, k16.slug LIMIT $l2
  RETURN collect([k16.slug, a9[0], k16.name]) AS x18
}
CALL (*) {
  MATCH (n1:LocalAuthority)
  WHERE n1.population >= $p0
  OPTIONAL MATCH (n1)-[e24:JOINED]->(n23)
  WHERE ((e24.since_first IS NULL OR e24.since_first <= $p2) AND (e24.until_last IS NULL OR e24.until_last >= $p1)) AND ((n23.start_first IS NULL OR n23.start_first <= $p2) AND (n23.end_last IS NULL OR n23.end_last >= $p1))
  WITH DISTINCT n1, left(n23.start, 4) AS k25
  WITH k25, [count(*)] AS a20
  WITH k25, a20 ORDER BY k25 IS NULL DESC, a20[0] DESC, k25 LIMIT $l3
  RETURN collect([k25, a20[0]]) AS x27
}
CALL (*) {
  MATCH (n33:Programme)
  WHERE n33._place IS NOT NULL
  WITH n33 ORDER BY n33._place LIMIT $l4
  CALL (*) {
    MATCH (n33)<-[e36:JOINED]-(n35)
    WITH n35, e36, e36.role AS k40
    WITH k40, [count(*)] AS a37
    WITH k40, a37 ORDER BY k40 IS NULL DESC, a37[0] DESC, k40 LIMIT $l6
    RETURN collect([k40, a37[0]]) AS x42
  }
  RETURN collect([n33.slug, x42]) AS n33s
}
CALL (*) {
  CALL () {
    CALL db.index.fulltext.queryNodes('search_public', $p5)
    YIELD node AS n48, score AS s50
    WITH n48, s50 WHERE $p6 IS NULL OR NOT coalesce(n48.ags STARTS WITH $p6, false)
    RETURN n48, s50
    UNION ALL
    MATCH (n48:District) WHERE n48.ags STARTS WITH $p6
    RETURN n48, 0.0 AS s50
    UNION ALL
    MATCH (n48:Municipality) WHERE n48.ags STARTS WITH $p6
    RETURN n48, 0.0 AS s50
    UNION ALL
    MATCH (n48:State) WHERE n48.ags STARTS WITH $p6
    RETURN n48, 0.0 AS s50
  }
  WITH *, CASE WHEN n48:District THEN $p3.District WHEN n48:Municipality THEN $p3.Municipality WHEN n48:State THEN $p3.State ELSE $p3.other END AS s51
  WITH *, s50 / (1 + s50) + CASE WHEN n48._name = s51 OR $p4 IN [n48.association_sort, n48.minorityName_sort, n48.name_sort, n48.name_de_simple_sort, n48.name_en_sort, n48.officialName_sort, n48.shortName_sort, n48.shortTitle_sort, n48.title_sort, n48.title_de_simple_sort, n48.title_en_sort] OR n48.ags = $p6 THEN 2 WHEN n48._name STARTS WITH s51 THEN 1 WHEN n48.ags STARTS WITH $p6 THEN 1 WHEN abs(size(n48._name) - size(s51)) < 2 AND size(s51) > 4 AND any(i IN range(0, size(s51)) WHERE n48._name STARTS WITH left(s51, i) AND (n48._name ENDS WITH substring(s51, i + CASE WHEN size(n48._name) > size(s51) THEN 0 ELSE 1 END) OR n48._name = left(s51, i) + substring(s51, i + 1, 1) + substring(s51, i, 1) + substring(s51, i + 2))) THEN 1 WHEN all(phrase IN $p7 WHERE any(text IN [toLower(n48.title), toLower(n48.title_en), toLower(n48.title_de_simple), toLower(n48.name), toLower(n48.name_en), toLower(n48.name_de_simple), toLower(n48.shortName), toLower(n48.shortTitle), toLower(n48.officialName), toLower(n48.minorityName), toLower(n48.summary), toLower(n48.summary_en), toLower(n48.summary_de_simple), toLower(n48.association), toLower(n48.body), toLower(n48.body_en), toLower(n48.body_de_simple), toLower(n48.text), toLower(n48.text_en), toLower(n48.text_de_simple)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e49
  WITH n48, e49, CASE WHEN n48 IS NOT NULL THEN CASE WHEN n48:Declaration THEN 'Declaration' WHEN n48:District THEN 'District' WHEN n48:Event THEN 'Event' WHEN n48:Figure THEN 'Figure' WHEN n48:Instrument THEN 'Instrument' WHEN n48:Municipality THEN 'Municipality' WHEN n48:Network THEN 'Network' WHEN n48:Offer THEN 'Offer' WHEN n48:Partner THEN 'Partner' WHEN n48:Person THEN 'Person' WHEN n48:Phase THEN 'Phase' WHEN n48:Programme THEN 'Programme' WHEN n48:Publication THEN 'Publication' WHEN n48:Session THEN 'Session' WHEN n48:Source THEN 'Source' WHEN n48:State THEN 'State' WHEN n48:Statement THEN 'Statement' WHEN n48:Topic THEN 'Topic' END END AS k55
  WITH k55, [count(*)] AS a52
  WITH k55, a52 ORDER BY k55 IS NULL DESC, a52[0] DESC, k55 LIMIT $l8
  RETURN collect([k55, a52[0]]) AS x57
}
RETURN COUNT {
  MATCH (n1:LocalAuthority)
  WHERE n1.population >= $p0
},
       x7,
       x18,
       x27,
       COLLECT {
  MATCH (n1:LocalAuthority)
  WHERE n1.population >= $p0
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.name]
},
       n33s,
       x57

// $p0 = 1000
// $p1 = "2021-01-01"
// $p2 = "2021-12-31"
// $p3 = {"other":"engagement","District":"engagement","Municipality":"engagement","State":"engagement"}
// $p4 = "engagement"
// $p5 = "+(association:engagement^2 body:engagement^2 body_de_simple:engagement^2 body_en:engagement^2 minorityName:engagement^4 name:engagement^10 name_de_simple:engagement^10 name_en:engagement^10 officialName:engagement^4 shortName:engagement^10 shortTitle:engagement^8 summary:engagement^4 summary_de_simple:engagement^4 summary_en:engagement^4 text:engagement^2 text_de_simple:engagement^2 text_en:engagement^2 title:engagement^10 title_de_simple:engagement^10 title_en:engagement^10 association:engagement*^1 body:engagement*^1 body_de_simple:engagement*^1 body_en:engagement*^1 minorityName:engagement*^2 name:engagement*^5 name_de_simple:engagement*^5 name_en:engagement*^5 officialName:engagement*^2 shortName:engagement*^5 shortTitle:engagement*^4 summary:engagement*^2 summary_de_simple:engagement*^2 summary_en:engagement*^2 text:engagement*^1 text_de_simple:engagement*^1 text_en:engagement*^1 title:engagement*^5 title_de_simple:engagement*^5 title_en:engagement*^5 _suffixes_public:engagement*^1.5 association:engagement~1^0.2 minorityName:engagement~1^0.4 name:engagement~1^1 name_de_simple:engagement~1^1 name_en:engagement~1^1 officialName:engagement~1^0.4 shortName:engagement~1^1 shortTitle:engagement~1^0.8 title:engagement~1^1 title_de_simple:engagement~1^1 title_en:engagement~1^1 association:\"enga gement\"^0.3 minorityName:\"enga gement\"^0.6 name:\"enga gement\"^1.5 name_de_simple:\"enga gement\"^1.5 name_en:\"enga gement\"^1.5 officialName:\"enga gement\"^0.6 shortName:\"enga gement\"^1.5 shortTitle:\"enga gement\"^1.2 title:\"enga gement\"^1.5 title_de_simple:\"enga gement\"^1.5 title_en:\"enga gement\"^1.5 association:\"engag ement\"^0.3 minorityName:\"engag ement\"^0.6 name:\"engag ement\"^1.5 name_de_simple:\"engag ement\"^1.5 name_en:\"engag ement\"^1.5 officialName:\"engag ement\"^0.6 shortName:\"engag ement\"^1.5 shortTitle:\"engag ement\"^1.2 title:\"engag ement\"^1.5 title_de_simple:\"engag ement\"^1.5 title_en:\"engag ement\"^1.5 association:\"engage ment\"^0.3 minorityName:\"engage ment\"^0.6 name:\"engage ment\"^1.5 name_de_simple:\"engage ment\"^1.5 name_en:\"engage ment\"^1.5 officialName:\"engage ment\"^0.6 shortName:\"engage ment\"^1.5 shortTitle:\"engage ment\"^1.2 title:\"engage ment\"^1.5 title_de_simple:\"engage ment\"^1.5 title_en:\"engage ment\"^1.5)"
// $p6 = null
// $p7 = null
// $l0 = 2
// $l1 = 3
// $l2 = 3
// $l3 = 3
// $l4 = 2
// $l5 = 20
// $l6 = 21
// $l7 = 20
// $l8 = 21
