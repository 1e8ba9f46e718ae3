CALL (*) {
  MATCH (n1:LocalAuthority)
  WITH [count(*), count(n1.kind), count(DISTINCT n1.kind), count(n1.population), toFloat(sum(n1.population)), min(n1.population), max(n1.population), percentileCont(n1.population, 0.5), min(CASE WHEN n1.name IS NOT NULL THEN [n1.name_sort, n1.name] END), max(CASE WHEN n1.name IS NOT NULL THEN [n1.name_sort, n1.name] END)] AS a2
  RETURN collect([a2[0], a2[1], a2[2], a2[3], a2[4], [x IN [CASE WHEN a2[3] > 0 THEN a2[4] / a2[3] END] | round(x, CASE WHEN x = 0 OR abs(x) >= 1e11 THEN 0 ELSE 11 - toInteger(floor(log10(abs(x)))) END, 'HALF_EVEN')][0], a2[5], a2[6], [x IN [a2[7]] | round(x, CASE WHEN x = 0 OR abs(x) >= 1e11 THEN 0 ELSE 11 - toInteger(floor(log10(abs(x)))) END, 'HALF_EVEN')][0], a2[8][1], a2[9][1]]) AS x7
}
CALL (*) {
  MATCH (n9:LocalAuthority)
  WHERE n9.slug = $p0
  WITH [count(*), toFloat(sum(n9.population)), count(n9.population), min(n9.population), percentileCont(n9.population, 0.5)] AS a10
  RETURN collect([a10[0], a10[1], [x IN [CASE WHEN a10[2] > 0 THEN a10[1] / a10[2] END] | round(x, CASE WHEN x = 0 OR abs(x) >= 1e11 THEN 0 ELSE 11 - toInteger(floor(log10(abs(x)))) END, 'HALF_EVEN')][0], a10[3], [x IN [a10[4]] | round(x, CASE WHEN x = 0 OR abs(x) >= 1e11 THEN 0 ELSE 11 - toInteger(floor(log10(abs(x)))) END, 'HALF_EVEN')][0]]) AS x15
}
CALL (*) {
  MATCH (n9:LocalAuthority)
  WHERE n9.slug = $p0
  WITH n9, n9.kind AS k19
  WITH k19, [count(*)] AS a16
  WITH k19, a16 ORDER BY k19 LIMIT $l2
  RETURN collect([a16[0]]) AS x22
}
CALL (*) {
  MATCH (n24:Programme)
  WHERE n24._place IS NOT NULL
  WITH n24 ORDER BY n24._place LIMIT $l3
  CALL (*) {
    MATCH (n24)<-[e27:JOINED]-(n26)
    WHERE (e27.since_first IS NULL OR e27.since_first <= $p2) AND (e27.until_last IS NULL OR e27.until_last >= $p1)
    WITH [count(*)] AS a28, collect(DISTINCT n26) AS n26s
    CALL (n26s) {
      UNWIND n26s AS n30
      RETURN [count(*), toFloat(sum(n30.population))] AS a29
    }
    RETURN collect([a29[0], a29[1]]) AS x33
  }
  CALL (*) {
    MATCH (n24)<-[e27:JOINED]-(n26)
    WHERE (e27.since_first IS NULL OR e27.since_first <= $p2) AND (e27.until_last IS NULL OR e27.until_last >= $p1)
    WITH [count(*), count(e27.since), min(e27.since), max(e27.since), count(DISTINCT e27.role)] AS a34
    RETURN collect([a34[0], a34[1], a34[2], a34[3], a34[4]]) AS x39
  }
  RETURN collect([n24.slug, head(x33), head(x39), COLLECT {
    MATCH (n24)<-[e27:JOINED]-(n26)
    WHERE (e27.since_first IS NULL OR e27.since_first <= $p2) AND (e27.until_last IS NULL OR e27.until_last >= $p1)
    WITH e27, n26 ORDER BY n26._place LIMIT $l4
    RETURN [n26.slug]
  }]) AS n24s
}
CALL (*) {
  MATCH (n47:Event)
  WITH [count(n47.startsAt), count(DISTINCT n47.startsAt_at), min(CASE WHEN n47.startsAt IS NOT NULL THEN [n47.startsAt_at, n47.startsAt] END), max(CASE WHEN n47.startsAt IS NOT NULL THEN [n47.startsAt_at, n47.startsAt] END), count(n47.free), count(DISTINCT n47.free), min(n47.date), max(n47.date)] AS a48
  RETURN collect([a48[0], a48[1], a48[2][1], a48[3][1], a48[4], a48[5], a48[6], a48[7]]) AS x53
}
CALL (*) {
  CALL () {
    CALL db.index.fulltext.queryNodes('search_public', $p5)
    YIELD node AS n55, score AS s57
    WITH n55, s57 WHERE $p6 IS NULL OR NOT coalesce(n55.ags STARTS WITH $p6, false)
    RETURN n55, s57
    UNION ALL
    MATCH (n55:District) WHERE n55.ags STARTS WITH $p6
    RETURN n55, 0.0 AS s57
    UNION ALL
    MATCH (n55:Municipality) WHERE n55.ags STARTS WITH $p6
    RETURN n55, 0.0 AS s57
    UNION ALL
    MATCH (n55:State) WHERE n55.ags STARTS WITH $p6
    RETURN n55, 0.0 AS s57
  }
  WITH *, CASE WHEN n55:District THEN $p3.District WHEN n55:Municipality THEN $p3.Municipality WHEN n55:State THEN $p3.State ELSE $p3.other END AS s58
  WITH *, s57 / (1 + s57) + CASE WHEN n55._name = s58 OR $p4 IN [n55.association_sort, n55.minorityName_sort, n55.name_sort, n55.name_de_simple_sort, n55.name_en_sort, n55.officialName_sort, n55.shortName_sort, n55.shortTitle_sort, n55.title_sort, n55.title_de_simple_sort, n55.title_en_sort] OR n55.ags = $p6 THEN 2 WHEN n55._name STARTS WITH s58 THEN 1 WHEN n55.ags STARTS WITH $p6 THEN 1 WHEN abs(size(n55._name) - size(s58)) < 2 AND size(s58) > 4 AND any(i IN range(0, size(s58)) WHERE n55._name STARTS WITH left(s58, i) AND (n55._name ENDS WITH substring(s58, i + CASE WHEN size(n55._name) > size(s58) THEN 0 ELSE 1 END) OR n55._name = left(s58, i) + substring(s58, i + 1, 1) + substring(s58, i, 1) + substring(s58, i + 2))) THEN 1 WHEN all(phrase IN $p7 WHERE any(text IN [toLower(n55.title), toLower(n55.title_en), toLower(n55.title_de_simple), toLower(n55.name), toLower(n55.name_en), toLower(n55.name_de_simple), toLower(n55.shortName), toLower(n55.shortTitle), toLower(n55.officialName), toLower(n55.minorityName), toLower(n55.summary), toLower(n55.summary_en), toLower(n55.summary_de_simple), toLower(n55.association), toLower(n55.body), toLower(n55.body_en), toLower(n55.body_de_simple), toLower(n55.text), toLower(n55.text_en), toLower(n55.text_de_simple)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e56
  WITH [count(*), count(n55.note)] AS a59
  RETURN collect([a59[0], a59[1]]) AS x64
}
RETURN COUNT {
  MATCH (n1:LocalAuthority)
},
       head(x7),
       head(x15),
       x22,
       n24s,
       head(x53),
       head(x64)

// $p0 = "nowhere"
// $p1 = "2020-01-01"
// $p2 = "2020-12-31"
// $p3 = {"other":"engagement","District":"engagement","Municipality":"engagement","State":"engagement"}
// $p4 = "engagement"
// $p5 = "+(association:engagement^2 body:engagement^2 body_de_simple:engagement^2 body_en:engagement^2 minorityName:engagement^4 name:engagement^10 name_de_simple:engagement^10 name_en:engagement^10 officialName:engagement^4 shortName:engagement^10 shortTitle:engagement^8 summary:engagement^4 summary_de_simple:engagement^4 summary_en:engagement^4 text:engagement^2 text_de_simple:engagement^2 text_en:engagement^2 title:engagement^10 title_de_simple:engagement^10 title_en:engagement^10 association:engagement*^1 body:engagement*^1 body_de_simple:engagement*^1 body_en:engagement*^1 minorityName:engagement*^2 name:engagement*^5 name_de_simple:engagement*^5 name_en:engagement*^5 officialName:engagement*^2 shortName:engagement*^5 shortTitle:engagement*^4 summary:engagement*^2 summary_de_simple:engagement*^2 summary_en:engagement*^2 text:engagement*^1 text_de_simple:engagement*^1 text_en:engagement*^1 title:engagement*^5 title_de_simple:engagement*^5 title_en:engagement*^5 _suffixes_public:engagement*^1.5 association:engagement~1^0.2 minorityName:engagement~1^0.4 name:engagement~1^1 name_de_simple:engagement~1^1 name_en:engagement~1^1 officialName:engagement~1^0.4 shortName:engagement~1^1 shortTitle:engagement~1^0.8 title:engagement~1^1 title_de_simple:engagement~1^1 title_en:engagement~1^1 association:\"enga gement\"^0.3 minorityName:\"enga gement\"^0.6 name:\"enga gement\"^1.5 name_de_simple:\"enga gement\"^1.5 name_en:\"enga gement\"^1.5 officialName:\"enga gement\"^0.6 shortName:\"enga gement\"^1.5 shortTitle:\"enga gement\"^1.2 title:\"enga gement\"^1.5 title_de_simple:\"enga gement\"^1.5 title_en:\"enga gement\"^1.5 association:\"engag ement\"^0.3 minorityName:\"engag ement\"^0.6 name:\"engag ement\"^1.5 name_de_simple:\"engag ement\"^1.5 name_en:\"engag ement\"^1.5 officialName:\"engag ement\"^0.6 shortName:\"engag ement\"^1.5 shortTitle:\"engag ement\"^1.2 title:\"engag ement\"^1.5 title_de_simple:\"engag ement\"^1.5 title_en:\"engag ement\"^1.5 association:\"engage ment\"^0.3 minorityName:\"engage ment\"^0.6 name:\"engage ment\"^1.5 name_de_simple:\"engage ment\"^1.5 name_en:\"engage ment\"^1.5 officialName:\"engage ment\"^0.6 shortName:\"engage ment\"^1.5 shortTitle:\"engage ment\"^1.2 title:\"engage ment\"^1.5 title_de_simple:\"engage ment\"^1.5 title_en:\"engage ment\"^1.5)"
// $p6 = null
// $p7 = null
// $l0 = 20
// $l1 = 20
// $l2 = 20
// $l3 = 3
// $l4 = 20
// $l5 = 20
// $l6 = 20
