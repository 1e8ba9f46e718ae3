RETURN COUNT {
  CALL db.index.fulltext.queryNodes('search_public', $p2)
  YIELD node AS n1, score AS s3 WHERE n1:Network|Programme
  WITH *, $p0.other AS s4
  WITH *, s3 / (1 + s3) + CASE WHEN n1._name = s4 OR $p1 IN [n1.shortTitle_sort, n1.title_sort, n1.title_de_simple_sort, n1.title_en_sort] THEN 2 WHEN n1._name STARTS WITH s4 THEN 1 WHEN abs(size(n1._name) - size(s4)) < 2 AND size(s4) > 4 AND any(i IN range(0, size(s4)) WHERE n1._name STARTS WITH left(s4, i) AND (n1._name ENDS WITH substring(s4, i + CASE WHEN size(n1._name) > size(s4) THEN 0 ELSE 1 END) OR n1._name = left(s4, i) + substring(s4, i + 1, 1) + substring(s4, i, 1) + substring(s4, i + 2))) THEN 1 WHEN all(phrase IN $p3 WHERE any(text IN [toLower(n1.title), toLower(n1.title_en), toLower(n1.title_de_simple), toLower(n1.shortTitle), toLower(n1.summary), toLower(n1.summary_en), toLower(n1.summary_de_simple), toLower(n1.body), toLower(n1.body_en), toLower(n1.body_de_simple)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e2
  RETURN n1
},
       COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $p2)
  YIELD node AS n1, score AS s3 WHERE n1:Network|Programme
  WITH *, $p0.other AS s4
  WITH *, s3 / (1 + s3) + CASE WHEN n1._name = s4 OR $p1 IN [n1.shortTitle_sort, n1.title_sort, n1.title_de_simple_sort, n1.title_en_sort] THEN 2 WHEN n1._name STARTS WITH s4 THEN 1 WHEN abs(size(n1._name) - size(s4)) < 2 AND size(s4) > 4 AND any(i IN range(0, size(s4)) WHERE n1._name STARTS WITH left(s4, i) AND (n1._name ENDS WITH substring(s4, i + CASE WHEN size(n1._name) > size(s4) THEN 0 ELSE 1 END) OR n1._name = left(s4, i) + substring(s4, i + 1, 1) + substring(s4, i, 1) + substring(s4, i + 2))) THEN 1 WHEN all(phrase IN $p3 WHERE any(text IN [toLower(n1.title), toLower(n1.title_en), toLower(n1.title_de_simple), toLower(n1.shortTitle), toLower(n1.summary), toLower(n1.summary_en), toLower(n1.summary_de_simple), toLower(n1.body), toLower(n1.body_en), toLower(n1.body_de_simple)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e2
  WITH e2, n1 ORDER BY e2 DESC, n1.slug, CASE WHEN n1:Network THEN 'Network' WHEN n1:Programme THEN 'Programme' END LIMIT $l0
  RETURN [CASE WHEN n1:Network THEN 'Network' ELSE 'Programme' END, n1.slug]
},
       COLLECT {
  CALL () {
    CALL db.index.fulltext.queryNodes('search_public', $p4)
    YIELD node AS n9, score AS s11 WHERE n9:District|Figure
    WITH n9, s11 WHERE $p5 IS NULL OR NOT coalesce(n9.ags STARTS WITH $p5, false)
    RETURN n9, s11
    UNION ALL
    MATCH (n9:District) WHERE n9.ags STARTS WITH $p5
    RETURN n9, 0.0 AS s11
  }
  WITH *, CASE WHEN n9:District THEN $p0.District ELSE $p0.other END AS s12
  WITH *, s11 / (1 + s11) + CASE WHEN n9._name = s12 OR $p1 IN [n9.association_sort, n9.minorityName_sort, n9.name_sort, n9.officialName_sort, n9.title_sort, n9.title_de_simple_sort, n9.title_en_sort] OR n9.ags = $p5 THEN 2 WHEN n9._name STARTS WITH s12 THEN 1 WHEN n9.ags STARTS WITH $p5 THEN 1 WHEN abs(size(n9._name) - size(s12)) < 2 AND size(s12) > 4 AND any(i IN range(0, size(s12)) WHERE n9._name STARTS WITH left(s12, i) AND (n9._name ENDS WITH substring(s12, i + CASE WHEN size(n9._name) > size(s12) THEN 0 ELSE 1 END) OR n9._name = left(s12, i) + substring(s12, i + 1, 1) + substring(s12, i, 1) + substring(s12, i + 2))) THEN 1 WHEN all(phrase IN $p3 WHERE any(text IN [toLower(n9.name), toLower(n9.title), toLower(n9.title_en), toLower(n9.title_de_simple), toLower(n9.officialName), toLower(n9.minorityName), toLower(n9.summary), toLower(n9.summary_en), toLower(n9.summary_de_simple), toLower(n9.association)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e10
  WITH e10, n9 ORDER BY e10 DESC, n9.slug, CASE WHEN n9:District THEN 'District' WHEN n9:Figure THEN 'Figure' END LIMIT $l1
  RETURN [n9.slug]
},
       COUNT {
  CALL () {
    CALL db.index.fulltext.queryNodes('search_public', $p6)
    YIELD node AS n17, score AS s19
    WITH n17, s19 WHERE $p5 IS NULL OR NOT coalesce(n17.ags STARTS WITH $p5, false)
    RETURN n17, s19
    UNION ALL
    MATCH (n17:District) WHERE n17.ags STARTS WITH $p5
    RETURN n17, 0.0 AS s19
    UNION ALL
    MATCH (n17:Municipality) WHERE n17.ags STARTS WITH $p5
    RETURN n17, 0.0 AS s19
    UNION ALL
    MATCH (n17:State) WHERE n17.ags STARTS WITH $p5
    RETURN n17, 0.0 AS s19
  }
  WITH *, CASE WHEN n17:District THEN $p0.District WHEN n17:Municipality THEN $p0.Municipality WHEN n17:State THEN $p0.State ELSE $p0.other END AS s20
  WITH *, s19 / (1 + s19) + CASE WHEN n17._name = s20 OR $p1 IN [n17.association_sort, n17.minorityName_sort, n17.name_sort, n17.name_de_simple_sort, n17.name_en_sort, n17.officialName_sort, n17.shortName_sort, n17.shortTitle_sort, n17.title_sort, n17.title_de_simple_sort, n17.title_en_sort] OR n17.ags = $p5 THEN 2 WHEN n17._name STARTS WITH s20 THEN 1 WHEN n17.ags STARTS WITH $p5 THEN 1 WHEN abs(size(n17._name) - size(s20)) < 2 AND size(s20) > 4 AND any(i IN range(0, size(s20)) WHERE n17._name STARTS WITH left(s20, i) AND (n17._name ENDS WITH substring(s20, i + CASE WHEN size(n17._name) > size(s20) THEN 0 ELSE 1 END) OR n17._name = left(s20, i) + substring(s20, i + 1, 1) + substring(s20, i, 1) + substring(s20, i + 2))) THEN 1 WHEN all(phrase IN $p3 WHERE any(text IN [toLower(n17.title), toLower(n17.title_en), toLower(n17.title_de_simple), toLower(n17.name), toLower(n17.name_en), toLower(n17.name_de_simple), toLower(n17.shortName), toLower(n17.shortTitle), toLower(n17.officialName), toLower(n17.minorityName), toLower(n17.summary), toLower(n17.summary_en), toLower(n17.summary_de_simple), toLower(n17.association), toLower(n17.body), toLower(n17.body_en), toLower(n17.body_de_simple), toLower(n17.text), toLower(n17.text_en), toLower(n17.text_de_simple)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e18
  RETURN n17
}

// $p0 = {"other":"orte","District":"orte","Municipality":"orte","State":"orte"}
// $p1 = "orte"
// $p2 = "+(_type:network_ _type:programme_)^0 +(+(body:orte^2 body_de_simple:orte^2 body_en:orte^2 shortTitle:orte^8 summary:orte^4 summary_de_simple:orte^4 summary_en:orte^4 title:orte^10 title_de_simple:orte^10 title_en:orte^10 body:orte*^1 body_de_simple:orte*^1 body_en:orte*^1 shortTitle:orte*^4 summary:orte*^2 summary_de_simple:orte*^2 summary_en:orte*^2 title:orte*^5 title_de_simple:orte*^5 title_en:orte*^5 _suffixes_public:orte*^1.5) _type:engagegraphnothing)"
// $p3 = null
// $p4 = "+(_type:district_ _type:figure_)^0 +(+(association:orte^2 minorityName:orte^4 name:orte^10 officialName:orte^4 summary:orte^4 summary_de_simple:orte^4 summary_en:orte^4 title:orte^10 title_de_simple:orte^10 title_en:orte^10 association:orte*^1 minorityName:orte*^2 name:orte*^5 officialName:orte*^2 summary:orte*^2 summary_de_simple:orte*^2 summary_en:orte*^2 title:orte*^5 title_de_simple:orte*^5 title_en:orte*^5 _suffixes_public:orte*^1.5) _type:engagegraphnothing)"
// $p5 = null
// $p6 = "+(association:orte^2 body:orte^2 body_de_simple:orte^2 body_en:orte^2 minorityName:orte^4 name:orte^10 name_de_simple:orte^10 name_en:orte^10 officialName:orte^4 shortName:orte^10 shortTitle:orte^8 summary:orte^4 summary_de_simple:orte^4 summary_en:orte^4 text:orte^2 text_de_simple:orte^2 text_en:orte^2 title:orte^10 title_de_simple:orte^10 title_en:orte^10 association:orte*^1 body:orte*^1 body_de_simple:orte*^1 body_en:orte*^1 minorityName:orte*^2 name:orte*^5 name_de_simple:orte*^5 name_en:orte*^5 officialName:orte*^2 shortName:orte*^5 shortTitle:orte*^4 summary:orte*^2 summary_de_simple:orte*^2 summary_en:orte*^2 text:orte*^1 text_de_simple:orte*^1 text_en:orte*^1 title:orte*^5 title_de_simple:orte*^5 title_en:orte*^5 _suffixes_public:orte*^1.5)"
// $l0 = 2
// $l1 = 20
// $l2 = 20
