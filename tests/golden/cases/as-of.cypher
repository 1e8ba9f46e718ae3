RETURN COLLECT {
  MATCH (n1:Programme)
  WHERE ((n1.start_first IS NULL OR n1.start_first <= $p1) AND (n1.end_last IS NULL OR n1.end_last >= $p0)) AND n1._place IS NOT NULL
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.slug, COUNT {
    MATCH (n1)<-[e4:JOINED]-(n3)
    WHERE (e4.since_first IS NULL OR e4.since_first <= $p1) AND (e4.until_last IS NULL OR e4.until_last >= $p0)
  }, COLLECT {
    MATCH (n1)<-[e4:JOINED]-(n3)
    WHERE (e4.since_first IS NULL OR e4.since_first <= $p1) AND (e4.until_last IS NULL OR e4.until_last >= $p0)
    WITH e4, n3 ORDER BY n3._place, e4._key LIMIT $l1
    RETURN [e4.since, e4.until, n3.name]
  }, COLLECT {
    MATCH (n1)<-[e10:JOINED]-(n9)
    WHERE (e10.since_first IS NULL OR e10.since_first <= $p3) AND (e10.until_last IS NULL OR e10.until_last >= $p2)
    WITH e10, n9 ORDER BY n9._place LIMIT $l2
    RETURN [n9.name]
  }, COUNT {
    MATCH (n1)<-[:JOINED]-()
  }, COLLECT {
    MATCH (n1)<-[e19:PART_OF]-(n18:Phase)
    WHERE ((e19.since_first IS NULL OR e19.since_first <= $p1) AND (e19.until_last IS NULL OR e19.until_last >= $p0)) AND ((n18.start_first IS NULL OR n18.start_first <= $p1) AND (n18.end_last IS NULL OR n18.end_last >= $p0))
    WITH e19, n18 ORDER BY n18.position, n18.title_sort, n18.slug LIMIT $l4
    RETURN [n18.slug]
  }]
},
       COLLECT {
  MATCH (n27:Network)
  WHERE ((n27.founded_first IS NULL OR n27.founded_first <= $p5) AND (n27.dissolved_last IS NULL OR n27.dissolved_last >= $p4)) AND n27._place IS NOT NULL
  WITH n27 ORDER BY n27._place LIMIT $l5
  RETURN [n27.slug, COUNT {
    MATCH (n27)<-[e30:PART_OF]-(n29:Network)
    WHERE ((e30.since_first IS NULL OR e30.since_first <= $p5) AND (e30.until_last IS NULL OR e30.until_last >= $p4)) AND ((n29.founded_first IS NULL OR n29.founded_first <= $p5) AND (n29.dissolved_last IS NULL OR n29.dissolved_last >= $p4))
  }, COLLECT {
    MATCH (n27)<-[e33:SPEAKS_FOR]-(n32)
    WHERE (e33.since_first IS NULL OR e33.since_first <= $p5) AND (e33.until_last IS NULL OR e33.until_last >= $p4)
    WITH e33, n32 ORDER BY n32._place, e33._key LIMIT $l7
    RETURN [e33.since, e33.until]
  }]
},
       COUNT {
  MATCH (n41:LocalAuthority)
  WHERE EXISTS { MATCH (n41)-[e43:JOINED]->(n42) WHERE ((e43.since_first IS NULL OR e43.since_first <= $p7) AND (e43.until_last IS NULL OR e43.until_last >= $p6)) AND ((n42.start_first IS NULL OR n42.start_first <= $p7) AND (n42.end_last IS NULL OR n42.end_last >= $p6)) }
},
       COLLECT {
  CALL () {
    CALL db.index.fulltext.queryNodes('search_public', $p10)
    YIELD node AS n45, score AS s47
    WITH n45, s47 WHERE $p11 IS NULL OR NOT coalesce(n45.ags STARTS WITH $p11, false)
    RETURN n45, s47
    UNION ALL
    MATCH (n45:District) WHERE n45.ags STARTS WITH $p11
    RETURN n45, 0.0 AS s47
    UNION ALL
    MATCH (n45:Municipality) WHERE n45.ags STARTS WITH $p11
    RETURN n45, 0.0 AS s47
    UNION ALL
    MATCH (n45:State) WHERE n45.ags STARTS WITH $p11
    RETURN n45, 0.0 AS s47
  }
  WITH *, CASE WHEN n45:District THEN $p8.District WHEN n45:Municipality THEN $p8.Municipality WHEN n45:State THEN $p8.State ELSE $p8.other END AS s48
  WITH *, s47 / (1 + s47) + CASE WHEN n45._name = s48 OR $p9 IN [n45.association_sort, n45.minorityName_sort, n45.name_sort, n45.name_de_simple_sort, n45.name_en_sort, n45.officialName_sort, n45.shortName_sort, n45.shortTitle_sort, n45.title_sort, n45.title_de_simple_sort, n45.title_en_sort] OR n45.ags = $p11 THEN 2 WHEN n45._name STARTS WITH s48 THEN 1 WHEN n45.ags STARTS WITH $p11 THEN 1 WHEN abs(size(n45._name) - size(s48)) < 2 AND size(s48) > 4 AND any(i IN range(0, size(s48)) WHERE n45._name STARTS WITH left(s48, i) AND (n45._name ENDS WITH substring(s48, i + CASE WHEN size(n45._name) > size(s48) THEN 0 ELSE 1 END) OR n45._name = left(s48, i) + substring(s48, i + 1, 1) + substring(s48, i, 1) + substring(s48, i + 2))) THEN 1 WHEN all(phrase IN $p12 WHERE any(text IN [toLower(n45.title), toLower(n45.title_en), toLower(n45.title_de_simple), toLower(n45.name), toLower(n45.name_en), toLower(n45.name_de_simple), toLower(n45.shortName), toLower(n45.shortTitle), toLower(n45.officialName), toLower(n45.minorityName), toLower(n45.summary), toLower(n45.summary_en), toLower(n45.summary_de_simple), toLower(n45.association), toLower(n45.body), toLower(n45.body_en), toLower(n45.body_de_simple), toLower(n45.text), toLower(n45.text_en), toLower(n45.text_de_simple)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e46
  WITH e46, n45 ORDER BY e46 DESC, n45.slug, CASE WHEN n45:Declaration THEN 'Declaration' WHEN n45:District THEN 'District' WHEN n45:Event THEN 'Event' WHEN n45:Figure THEN 'Figure' WHEN n45:Instrument THEN 'Instrument' WHEN n45:Municipality THEN 'Municipality' WHEN n45:Network THEN 'Network' WHEN n45:Offer THEN 'Offer' WHEN n45:Partner THEN 'Partner' WHEN n45:Person THEN 'Person' WHEN n45:Phase THEN 'Phase' WHEN n45:Programme THEN 'Programme' WHEN n45:Publication THEN 'Publication' WHEN n45:Session THEN 'Session' WHEN n45:Source THEN 'Source' WHEN n45:State THEN 'State' WHEN n45:Statement THEN 'Statement' WHEN n45:Topic THEN 'Topic' END LIMIT $l9
  RETURN [CASE WHEN n45:Declaration THEN 'Declaration' WHEN n45:District THEN 'District' WHEN n45:Event THEN 'Event' WHEN n45:Figure THEN 'Figure' WHEN n45:Instrument THEN 'Instrument' WHEN n45:Municipality THEN 'Municipality' WHEN n45:Network THEN 'Network' WHEN n45:Offer THEN 'Offer' WHEN n45:Partner THEN 'Partner' WHEN n45:Person THEN 'Person' WHEN n45:Phase THEN 'Phase' WHEN n45:Programme THEN 'Programme' WHEN n45:Publication THEN 'Publication' WHEN n45:Session THEN 'Session' WHEN n45:Source THEN 'Source' WHEN n45:State THEN 'State' WHEN n45:Statement THEN 'Statement' ELSE 'Topic' END, n45.slug]
}

// $p0 = "2016-01-01"
// $p1 = "2016-12-31"
// $p2 = "2023-01-01"
// $p3 = "2023-12-31"
// $p4 = "2019-01-01"
// $p5 = "2019-12-31"
// $p6 = "1990-01-01"
// $p7 = "1990-01-31"
// $p8 = {"other":"orte","District":"orte","Municipality":"orte","State":"orte"}
// $p9 = "orte"
// $p10 = "+(association:orte^2 body:orte^2 body_de_simple:orte^2 body_en:orte^2 minorityName:orte^4 name:orte^10 name_de_simple:orte^10 name_en:orte^10 officialName:orte^4 shortName:orte^10 shortTitle:orte^8 summary:orte^4 summary_de_simple:orte^4 summary_en:orte^4 text:orte^2 text_de_simple:orte^2 text_en:orte^2 title:orte^10 title_de_simple:orte^10 title_en:orte^10 association:orte*^1 body:orte*^1 body_de_simple:orte*^1 body_en:orte*^1 minorityName:orte*^2 name:orte*^5 name_de_simple:orte*^5 name_en:orte*^5 officialName:orte*^2 shortName:orte*^5 shortTitle:orte*^4 summary:orte*^2 summary_de_simple:orte*^2 summary_en:orte*^2 text:orte*^1 text_de_simple:orte*^1 text_en:orte*^1 title:orte*^5 title_de_simple:orte*^5 title_en:orte*^5 _suffixes_public:orte*^1.5)"
// $p11 = null
// $p12 = null
// $l0 = 20
// $l1 = 20
// $l2 = 20
// $l3 = 20
// $l4 = 20
// $l5 = 20
// $l6 = 20
// $l7 = 20
// $l8 = 20
// $l9 = 20
