RETURN COLLECT {
  MATCH (n1:Programme)
  WHERE (n1.start_first IS NULL OR n1.start_first <= $p1) AND (n1.end_last IS NULL OR n1.end_last >= $p0)
  WITH n1 ORDER BY n1.title_sort, n1.slug LIMIT $l0
  RETURN [n1.slug, COUNT {
    MATCH (n1)<-[e4:JOINED]-(n3)
    WHERE (e4.since_first IS NULL OR e4.since_first <= $p1) AND (e4.until_last IS NULL OR e4.until_last >= $p0)
  }, COLLECT {
    MATCH (n1)<-[e4:JOINED]-(n3)
    WHERE (e4.since_first IS NULL OR e4.since_first <= $p1) AND (e4.until_last IS NULL OR e4.until_last >= $p0)
    WITH e4, n3 ORDER BY n3.name_sort, n3.slug, CASE WHEN n3:District THEN 'District' WHEN n3:Municipality THEN 'Municipality' END, e4._key LIMIT $l1
    RETURN [e4.since, e4.until, n3.name]
  }, COLLECT {
    MATCH (n1)<-[e8:JOINED]-(n7)
    WHERE (e8.since_first IS NULL OR e8.since_first <= $p3) AND (e8.until_last IS NULL OR e8.until_last >= $p2)
    WITH e8, n7 ORDER BY n7.name_sort, n7.slug, CASE WHEN n7:District THEN 'District' WHEN n7:Municipality THEN 'Municipality' END, e8._key LIMIT $l2
    RETURN [n7.name]
  }, COUNT {
    MATCH (n1)<-[:JOINED]-()
  }, COLLECT {
    MATCH (n1)<-[e15:PART_OF]-(n14:Phase)
    WHERE ((e15.since_first IS NULL OR e15.since_first <= $p1) AND (e15.until_last IS NULL OR e15.until_last >= $p0)) AND ((n14.start_first IS NULL OR n14.start_first <= $p1) AND (n14.end_last IS NULL OR n14.end_last >= $p0))
    WITH e15, n14 ORDER BY n14.position, n14.title_sort, n14.slug LIMIT $l4
    RETURN [n14.slug]
  }]
},
       COLLECT {
  MATCH (n19:Network)
  WHERE (n19.founded_first IS NULL OR n19.founded_first <= $p5) AND (n19.dissolved_last IS NULL OR n19.dissolved_last >= $p4)
  WITH n19 ORDER BY n19.title_sort, n19.slug LIMIT $l5
  RETURN [n19.slug, COUNT {
    MATCH (n19)<-[e22:PART_OF]-(n21:Network)
    WHERE ((e22.since_first IS NULL OR e22.since_first <= $p5) AND (e22.until_last IS NULL OR e22.until_last >= $p4)) AND ((n21.founded_first IS NULL OR n21.founded_first <= $p5) AND (n21.dissolved_last IS NULL OR n21.dissolved_last >= $p4))
  }, COLLECT {
    MATCH (n19)<-[e25:SPEAKS_FOR]-(n24)
    WHERE (e25.since_first IS NULL OR e25.since_first <= $p5) AND (e25.until_last IS NULL OR e25.until_last >= $p4)
    WITH e25, n24 ORDER BY n24.familyName_sort, n24.name_sort, n24.slug, e25._key LIMIT $l7
    RETURN [e25.since, e25.until]
  }]
},
       COUNT {
  MATCH (n29:LocalAuthority)
  WHERE EXISTS { MATCH (n29)-[e31:JOINED]->(n30) WHERE ((e31.since_first IS NULL OR e31.since_first <= $p7) AND (e31.until_last IS NULL OR e31.until_last >= $p6)) AND ((n30.start_first IS NULL OR n30.start_first <= $p7) AND (n30.end_last IS NULL OR n30.end_last >= $p6)) }
},
       COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $p8)
  YIELD node AS n33, score AS s35
  WITH *, CASE WHEN n33:District THEN $p9.District WHEN n33:Municipality THEN $p9.Municipality WHEN n33:State THEN $p9.State ELSE $p9.other END AS s36
  WITH *, s35 / (1 + s35) + CASE WHEN n33._name = s36 OR $p10 IN [n33.association_sort, n33.minorityName_sort, n33.name_sort, n33.name_de_simple_sort, n33.name_en_sort, n33.officialName_sort, n33.shortName_sort, n33.shortTitle_sort, n33.title_sort, n33.title_de_simple_sort, n33.title_en_sort] THEN 2 WHEN n33._name STARTS WITH s36 THEN 1 ELSE 0 END AS e34
  WITH e34, n33 ORDER BY e34 DESC, n33.slug, CASE WHEN n33:Declaration THEN 'Declaration' WHEN n33:District THEN 'District' WHEN n33:Event THEN 'Event' WHEN n33:Figure THEN 'Figure' WHEN n33:Instrument THEN 'Instrument' WHEN n33:Municipality THEN 'Municipality' WHEN n33:Network THEN 'Network' WHEN n33:Offer THEN 'Offer' WHEN n33:Partner THEN 'Partner' WHEN n33:Person THEN 'Person' WHEN n33:Phase THEN 'Phase' WHEN n33:Programme THEN 'Programme' WHEN n33:Publication THEN 'Publication' WHEN n33:Session THEN 'Session' WHEN n33:Source THEN 'Source' WHEN n33:State THEN 'State' WHEN n33:Statement THEN 'Statement' WHEN n33:Topic THEN 'Topic' END LIMIT $l9
  RETURN [CASE WHEN n33:Declaration THEN 'Declaration' WHEN n33:District THEN 'District' WHEN n33:Event THEN 'Event' WHEN n33:Figure THEN 'Figure' WHEN n33:Instrument THEN 'Instrument' WHEN n33:Municipality THEN 'Municipality' WHEN n33:Network THEN 'Network' WHEN n33:Offer THEN 'Offer' WHEN n33:Partner THEN 'Partner' WHEN n33:Person THEN 'Person' WHEN n33:Phase THEN 'Phase' WHEN n33:Programme THEN 'Programme' WHEN n33:Publication THEN 'Publication' WHEN n33:Session THEN 'Session' WHEN n33:Source THEN 'Source' WHEN n33:State THEN 'State' WHEN n33:Statement THEN 'Statement' WHEN n33:Topic THEN 'Topic' END, n33.slug]
}

// $p0 = "2016-01-01"
// $p1 = "2016-12-31"
// $p2 = "2023-01-01"
// $p3 = "2023-12-31"
// $p4 = "2019-01-01"
// $p5 = "2019-12-31"
// $p6 = "1990-01-01"
// $p7 = "1990-01-31"
// $p8 = "+(association:orte^2 body:orte^2 body_de_simple:orte^2 body_en:orte^2 minorityName:orte^4 name:orte^10 name_de_simple:orte^10 name_en:orte^10 officialName:orte^4 shortName:orte^10 shortTitle:orte^8 summary:orte^4 summary_de_simple:orte^4 summary_en:orte^4 text:orte^2 text_de_simple:orte^2 text_en:orte^2 title:orte^10 title_de_simple:orte^10 title_en:orte^10 association:orte*^1 body:orte*^1 body_de_simple:orte*^1 body_en:orte*^1 minorityName:orte*^2 name:orte*^5 name_de_simple:orte*^5 name_en:orte*^5 officialName:orte*^2 shortName:orte*^5 shortTitle:orte*^4 summary:orte*^2 summary_de_simple:orte*^2 summary_en:orte*^2 text:orte*^1 text_de_simple:orte*^1 text_en:orte*^1 title:orte*^5 title_de_simple:orte*^5 title_en:orte*^5 association:*orte*^0.3 minorityName:*orte*^0.6 name:*orte*^1.5 name_de_simple:*orte*^1.5 name_en:*orte*^1.5 officialName:*orte*^0.6 shortName:*orte*^1.5 shortTitle:*orte*^1.2 title:*orte*^1.5 title_de_simple:*orte*^1.5 title_en:*orte*^1.5)"
// $p9 = {"other":"orte","District":"orte","Municipality":"orte","State":"orte"}
// $p10 = "orte"
// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
// $l4 = 21
// $l5 = 21
// $l6 = 21
// $l7 = 21
// $l8 = 21
// $l9 = 21
