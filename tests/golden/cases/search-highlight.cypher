RETURN COLLECT {
  CALL () {
    CALL db.index.fulltext.queryNodes('search_public', $p2)
    YIELD node AS n1, score AS s3
    WITH n1, s3 WHERE $p3 IS NULL OR NOT coalesce(n1.ags STARTS WITH $p3, false)
    RETURN n1, s3
    UNION ALL
    MATCH (n1:District) WHERE n1.ags STARTS WITH $p3
    RETURN n1, 0.0 AS s3
    UNION ALL
    MATCH (n1:Municipality) WHERE n1.ags STARTS WITH $p3
    RETURN n1, 0.0 AS s3
    UNION ALL
    MATCH (n1:State) WHERE n1.ags STARTS WITH $p3
    RETURN n1, 0.0 AS s3
  }
  WITH *, CASE WHEN n1:District THEN $p0.District WHEN n1:Municipality THEN $p0.Municipality WHEN n1:State THEN $p0.State ELSE $p0.other END AS s4
  WITH *, s3 / (1 + s3) + CASE WHEN n1._name = s4 OR $p1 IN [n1.association_sort, n1.minorityName_sort, n1.name_sort, n1.name_de_simple_sort, n1.name_en_sort, n1.officialName_sort, n1.shortName_sort, n1.shortTitle_sort, n1.title_sort, n1.title_de_simple_sort, n1.title_en_sort] OR n1.ags = $p3 THEN 2 WHEN n1._name STARTS WITH s4 THEN 1 WHEN n1.ags STARTS WITH $p3 THEN 1 WHEN abs(size(n1._name) - size(s4)) < 2 AND size(s4) > 4 AND any(i IN range(0, size(s4)) WHERE n1._name STARTS WITH left(s4, i) AND (n1._name ENDS WITH substring(s4, i + CASE WHEN size(n1._name) > size(s4) THEN 0 ELSE 1 END) OR n1._name = left(s4, i) + substring(s4, i + 1, 1) + substring(s4, i, 1) + substring(s4, i + 2))) THEN 1 WHEN all(phrase IN $p4 WHERE any(text IN [toLower(n1.title), toLower(n1.title_en), toLower(n1.title_de_simple), toLower(n1.name), toLower(n1.name_en), toLower(n1.name_de_simple), toLower(n1.shortName), toLower(n1.shortTitle), toLower(n1.officialName), toLower(n1.minorityName), toLower(n1.summary), toLower(n1.summary_en), toLower(n1.summary_de_simple), toLower(n1.association), toLower(n1.body), toLower(n1.body_en), toLower(n1.body_de_simple), toLower(n1.text), toLower(n1.text_en), toLower(n1.text_de_simple)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e2
  WITH e2, n1 ORDER BY e2 DESC, n1.slug, CASE WHEN n1:Declaration THEN 'Declaration' WHEN n1:District THEN 'District' WHEN n1:Event THEN 'Event' WHEN n1:Figure THEN 'Figure' WHEN n1:Instrument THEN 'Instrument' WHEN n1:Municipality THEN 'Municipality' WHEN n1:Network THEN 'Network' WHEN n1:Offer THEN 'Offer' WHEN n1:Partner THEN 'Partner' WHEN n1:Person THEN 'Person' WHEN n1:Phase THEN 'Phase' WHEN n1:Programme THEN 'Programme' WHEN n1:Publication THEN 'Publication' WHEN n1:Session THEN 'Session' WHEN n1:Source THEN 'Source' WHEN n1:State THEN 'State' WHEN n1:Statement THEN 'Statement' WHEN n1:Topic THEN 'Topic' END LIMIT $l0
  RETURN [n1.title, n1.title_en, n1.title_de_simple, n1.name, n1.name_en, n1.name_de_simple, n1.shortName, n1.shortTitle, n1.officialName, n1.minorityName, n1.summary, n1.summary_en, n1.summary_de_simple, n1.association, n1.body, n1.body_en, n1.body_de_simple, n1.text, n1.text_en, n1.text_de_simple, CASE WHEN n1:Declaration THEN 'Declaration' WHEN n1:District THEN 'District' WHEN n1:Event THEN 'Event' WHEN n1:Figure THEN 'Figure' WHEN n1:Instrument THEN 'Instrument' WHEN n1:Municipality THEN 'Municipality' WHEN n1:Network THEN 'Network' WHEN n1:Offer THEN 'Offer' WHEN n1:Partner THEN 'Partner' WHEN n1:Person THEN 'Person' WHEN n1:Phase THEN 'Phase' WHEN n1:Programme THEN 'Programme' WHEN n1:Publication THEN 'Publication' WHEN n1:Session THEN 'Session' WHEN n1:Source THEN 'Source' WHEN n1:State THEN 'State' WHEN n1:Statement THEN 'Statement' ELSE 'Topic' END]
},
       COLLECT {
  CALL () {
    CALL db.index.fulltext.queryNodes('search_public', $p7)
    YIELD node AS n9, score AS s11 WHERE n9:District
    WITH n9, s11 WHERE $p8 IS NULL OR NOT coalesce(n9.ags STARTS WITH $p8, false)
    RETURN n9, s11
    UNION ALL
    MATCH (n9:District) WHERE n9.ags STARTS WITH $p8
    RETURN n9, 0.0 AS s11
  }
  WITH *, CASE WHEN n9:District THEN $p5.District ELSE $p5.other END AS s12
  WITH *, s11 / (1 + s11) + CASE WHEN n9._name = s12 OR $p6 IN [n9.association_sort, n9.minorityName_sort, n9.name_sort, n9.officialName_sort] OR n9.ags = $p8 THEN 2 WHEN n9._name STARTS WITH s12 THEN 1 WHEN n9.ags STARTS WITH $p8 THEN 1 WHEN abs(size(n9._name) - size(s12)) < 2 AND size(s12) > 4 AND any(i IN range(0, size(s12)) WHERE n9._name STARTS WITH left(s12, i) AND (n9._name ENDS WITH substring(s12, i + CASE WHEN size(n9._name) > size(s12) THEN 0 ELSE 1 END) OR n9._name = left(s12, i) + substring(s12, i + 1, 1) + substring(s12, i, 1) + substring(s12, i + 2))) THEN 1 WHEN all(phrase IN $p9 WHERE any(text IN [toLower(n9.name), toLower(n9.officialName), toLower(n9.minorityName), toLower(n9.summary), toLower(n9.summary_en), toLower(n9.summary_de_simple), toLower(n9.association)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e10
  WITH e10, n9 ORDER BY e10 DESC, n9.slug, 'District' LIMIT $l1
  RETURN [n9.name]
}

// $p0 = {"other":"ehrenmt","District":"ehrenmt","Municipality":"ehrenmt","State":"ehrenmt"}
// $p1 = "ehrenmt"
// $p2 = "+(association:ehrenmt^2 body:ehrenmt^2 body_de_simple:ehrenmt^2 body_en:ehrenmt^2 minorityName:ehrenmt^4 name:ehrenmt^10 name_de_simple:ehrenmt^10 name_en:ehrenmt^10 officialName:ehrenmt^4 shortName:ehrenmt^10 shortTitle:ehrenmt^8 summary:ehrenmt^4 summary_de_simple:ehrenmt^4 summary_en:ehrenmt^4 text:ehrenmt^2 text_de_simple:ehrenmt^2 text_en:ehrenmt^2 title:ehrenmt^10 title_de_simple:ehrenmt^10 title_en:ehrenmt^10 association:ehrenmt*^1 body:ehrenmt*^1 body_de_simple:ehrenmt*^1 body_en:ehrenmt*^1 minorityName:ehrenmt*^2 name:ehrenmt*^5 name_de_simple:ehrenmt*^5 name_en:ehrenmt*^5 officialName:ehrenmt*^2 shortName:ehrenmt*^5 shortTitle:ehrenmt*^4 summary:ehrenmt*^2 summary_de_simple:ehrenmt*^2 summary_en:ehrenmt*^2 text:ehrenmt*^1 text_de_simple:ehrenmt*^1 text_en:ehrenmt*^1 title:ehrenmt*^5 title_de_simple:ehrenmt*^5 title_en:ehrenmt*^5 _suffixes_public:ehrenmt*^1.5 association:ehrenmt~1^0.2 minorityName:ehrenmt~1^0.4 name:ehrenmt~1^1 name_de_simple:ehrenmt~1^1 name_en:ehrenmt~1^1 officialName:ehrenmt~1^0.4 shortName:ehrenmt~1^1 shortTitle:ehrenmt~1^0.8 title:ehrenmt~1^1 title_de_simple:ehrenmt~1^1 title_en:ehrenmt~1^1)"
// $p3 = null
// $p4 = null
// $p5 = {"other":"lk emsland","District":"emsland","Municipality":"lk emsland","State":"lk emsland"}
// $p6 = "lk emsland"
// $p7 = "+(_type:district_)^0 +((association:lk^2 minorityName:lk^4 name:lk^10 officialName:lk^4 summary:lk^4 summary_de_simple:lk^4 summary_en:lk^4) +(association:emsland^2 minorityName:emsland^4 name:emsland^10 officialName:emsland^4 summary:emsland^4 summary_de_simple:emsland^4 summary_en:emsland^4 association:emsland*^1 minorityName:emsland*^2 name:emsland*^5 officialName:emsland*^2 summary:emsland*^2 summary_de_simple:emsland*^2 summary_en:emsland*^2 _suffixes_public:emsland*^1.5 association:emsland~1^0.2 minorityName:emsland~1^0.4 name:emsland~1^1 officialName:emsland~1^0.4) _type:engagegraphnothing)"
// $p8 = null
// $p9 = null
// $l0 = 2
// $l1 = 20
