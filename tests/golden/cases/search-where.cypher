CALL () {
  MATCH (n27:LocalAuthority)
  MATCH (n27)-[e29:MEMBER_OF]->(n28:Network)
  WHERE n28.title CONTAINS $p7
  WITH DISTINCT n27
  RETURN collect(n27) AS those30
}
CALL (*) {
  CALL db.index.fulltext.queryNodes('search_public', $p2)
  YIELD node AS n1, score AS s3 WHERE n1:Programme
  WITH *, $p0.other AS s4
  WITH *, s3 / (1 + s3) + CASE WHEN n1._name = s4 OR $p1 IN [n1.shortTitle_sort, n1.title_sort, n1.title_de_simple_sort, n1.title_en_sort] THEN 2 WHEN n1._name STARTS WITH s4 THEN 1 WHEN abs(size(n1._name) - size(s4)) < 2 AND size(s4) > 4 AND any(i IN range(0, size(s4)) WHERE n1._name STARTS WITH left(s4, i) AND (n1._name ENDS WITH substring(s4, i + CASE WHEN size(n1._name) > size(s4) THEN 0 ELSE 1 END) OR n1._name = left(s4, i) + substring(s4, i + 1, 1) + substring(s4, i, 1) + substring(s4, i + 2))) THEN 1 WHEN all(phrase IN $p3 WHERE any(text IN [toLower(n1.title), toLower(n1.title_en), toLower(n1.title_de_simple), toLower(n1.shortTitle), toLower(n1.summary), toLower(n1.summary_en), toLower(n1.summary_de_simple), toLower(n1.body), toLower(n1.body_en), toLower(n1.body_de_simple)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e2
  WHERE n1.start_first >= $p4
  WITH n1, e2, CASE WHEN n1 IS NOT NULL THEN CASE WHEN n1:Declaration THEN 'Declaration' WHEN n1:District THEN 'District' WHEN n1:Event THEN 'Event' WHEN n1:Figure THEN 'Figure' WHEN n1:Instrument THEN 'Instrument' WHEN n1:Municipality THEN 'Municipality' WHEN n1:Network THEN 'Network' WHEN n1:Offer THEN 'Offer' WHEN n1:Partner THEN 'Partner' WHEN n1:Person THEN 'Person' WHEN n1:Phase THEN 'Phase' WHEN n1:Programme THEN 'Programme' WHEN n1:Publication THEN 'Publication' WHEN n1:Session THEN 'Session' WHEN n1:Source THEN 'Source' WHEN n1:State THEN 'State' WHEN n1:Statement THEN 'Statement' WHEN n1:Topic THEN 'Topic' END END AS k8
  WITH k8, [count(*)] AS a5
  WITH k8, a5 ORDER BY k8 IS NULL DESC, a5[0] DESC, k8 LIMIT $l1
  RETURN collect([k8, a5[0]]) AS x10
}
RETURN COUNT {
  CALL db.index.fulltext.queryNodes('search_public', $p2)
  YIELD node AS n1, score AS s3 WHERE n1:Programme
  WITH *, $p0.other AS s4
  WITH *, s3 / (1 + s3) + CASE WHEN n1._name = s4 OR $p1 IN [n1.shortTitle_sort, n1.title_sort, n1.title_de_simple_sort, n1.title_en_sort] THEN 2 WHEN n1._name STARTS WITH s4 THEN 1 WHEN abs(size(n1._name) - size(s4)) < 2 AND size(s4) > 4 AND any(i IN range(0, size(s4)) WHERE n1._name STARTS WITH left(s4, i) AND (n1._name ENDS WITH substring(s4, i + CASE WHEN size(n1._name) > size(s4) THEN 0 ELSE 1 END) OR n1._name = left(s4, i) + substring(s4, i + 1, 1) + substring(s4, i, 1) + substring(s4, i + 2))) THEN 1 WHEN all(phrase IN $p3 WHERE any(text IN [toLower(n1.title), toLower(n1.title_en), toLower(n1.title_de_simple), toLower(n1.shortTitle), toLower(n1.summary), toLower(n1.summary_en), toLower(n1.summary_de_simple), toLower(n1.body), toLower(n1.body_en), toLower(n1.body_de_simple)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e2
  WHERE n1.start_first >= $p4
  RETURN n1
},
       x10,
       EXISTS {
  CALL db.index.fulltext.queryNodes('search_public', $p2)
  YIELD node AS n1, score AS s3 WHERE n1:Programme
  WITH *, $p0.other AS s4
  WITH *, s3 / (1 + s3) + CASE WHEN n1._name = s4 OR $p1 IN [n1.shortTitle_sort, n1.title_sort, n1.title_de_simple_sort, n1.title_en_sort] THEN 2 WHEN n1._name STARTS WITH s4 THEN 1 WHEN abs(size(n1._name) - size(s4)) < 2 AND size(s4) > 4 AND any(i IN range(0, size(s4)) WHERE n1._name STARTS WITH left(s4, i) AND (n1._name ENDS WITH substring(s4, i + CASE WHEN size(n1._name) > size(s4) THEN 0 ELSE 1 END) OR n1._name = left(s4, i) + substring(s4, i + 1, 1) + substring(s4, i, 1) + substring(s4, i + 2))) THEN 1 WHEN all(phrase IN $p3 WHERE any(text IN [toLower(n1.title), toLower(n1.title_en), toLower(n1.title_de_simple), toLower(n1.shortTitle), toLower(n1.summary), toLower(n1.summary_en), toLower(n1.summary_de_simple), toLower(n1.body), toLower(n1.body_en), toLower(n1.body_de_simple)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e2
  WHERE n1.start_first >= $p4 AND (NOT coalesce(e2 <= $c0_0 AND (e2 < $c0_0 OR (n1.slug > $c0_1 OR (n1.slug = $c0_1 AND 'Programme' > $c0_2))), false))
  RETURN n1
},
       COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $p2)
  YIELD node AS n1, score AS s3 WHERE n1:Programme
  WITH *, $p0.other AS s4
  WITH *, s3 / (1 + s3) + CASE WHEN n1._name = s4 OR $p1 IN [n1.shortTitle_sort, n1.title_sort, n1.title_de_simple_sort, n1.title_en_sort] THEN 2 WHEN n1._name STARTS WITH s4 THEN 1 WHEN abs(size(n1._name) - size(s4)) < 2 AND size(s4) > 4 AND any(i IN range(0, size(s4)) WHERE n1._name STARTS WITH left(s4, i) AND (n1._name ENDS WITH substring(s4, i + CASE WHEN size(n1._name) > size(s4) THEN 0 ELSE 1 END) OR n1._name = left(s4, i) + substring(s4, i + 1, 1) + substring(s4, i, 1) + substring(s4, i + 2))) THEN 1 WHEN all(phrase IN $p3 WHERE any(text IN [toLower(n1.title), toLower(n1.title_en), toLower(n1.title_de_simple), toLower(n1.shortTitle), toLower(n1.summary), toLower(n1.summary_en), toLower(n1.summary_de_simple), toLower(n1.body), toLower(n1.body_en), toLower(n1.body_de_simple)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e2
  WHERE n1.start_first >= $p4 AND (e2 <= $c0_0 AND (e2 < $c0_0 OR (n1.slug > $c0_1 OR (n1.slug = $c0_1 AND 'Programme' > $c0_2))))
  WITH e2, n1 ORDER BY e2 DESC, n1.slug, 'Programme' LIMIT $l0
  RETURN [n1.title, e2, n1.slug, 'Programme']
},
       COUNT {
  CALL () {
    CALL db.index.fulltext.queryNodes('search_public', $p5)
    YIELD node AS n16, score AS s18 WHERE n16:LocalAuthority
    WITH n16, s18 WHERE $p6 IS NULL OR NOT coalesce(n16.ags STARTS WITH $p6, false)
    RETURN n16, s18
    UNION ALL
    MATCH (n16:District) WHERE n16.ags STARTS WITH $p6
    RETURN n16, 0.0 AS s18
    UNION ALL
    MATCH (n16:Municipality) WHERE n16.ags STARTS WITH $p6
    RETURN n16, 0.0 AS s18
  }
  WITH *, CASE WHEN n16:District THEN $p0.District WHEN n16:Municipality THEN $p0.Municipality ELSE $p0.other END AS s19
  WITH *, s18 / (1 + s18) + CASE WHEN n16._name = s19 OR $p1 IN [n16.association_sort, n16.minorityName_sort, n16.name_sort, n16.officialName_sort] OR n16.ags = $p6 THEN 2 WHEN n16._name STARTS WITH s19 THEN 1 WHEN n16.ags STARTS WITH $p6 THEN 1 WHEN abs(size(n16._name) - size(s19)) < 2 AND size(s19) > 4 AND any(i IN range(0, size(s19)) WHERE n16._name STARTS WITH left(s19, i) AND (n16._name ENDS WITH substring(s19, i + CASE WHEN size(n16._name) > size(s19) THEN 0 ELSE 1 END) OR n16._name = left(s19, i) + substring(s19, i + 1, 1) + substring(s19, i, 1) + substring(s19, i + 2))) THEN 1 WHEN all(phrase IN $p3 WHERE any(text IN [toLower(n16.name), toLower(n16.officialName), toLower(n16.minorityName), toLower(n16.summary), toLower(n16.summary_en), toLower(n16.summary_de_simple), toLower(n16.association)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e17
  RETURN n16
},
       COUNT {
  CALL db.index.fulltext.queryNodes('search_public', $p2)
  YIELD node AS n21, score AS s23 WHERE n21:Programme
  WITH *, $p0.other AS s24
  WITH *, s23 / (1 + s23) + CASE WHEN n21._name = s24 OR $p1 IN [n21.shortTitle_sort, n21.title_sort, n21.title_de_simple_sort, n21.title_en_sort] THEN 2 WHEN n21._name STARTS WITH s24 THEN 1 WHEN abs(size(n21._name) - size(s24)) < 2 AND size(s24) > 4 AND any(i IN range(0, size(s24)) WHERE n21._name STARTS WITH left(s24, i) AND (n21._name ENDS WITH substring(s24, i + CASE WHEN size(n21._name) > size(s24) THEN 0 ELSE 1 END) OR n21._name = left(s24, i) + substring(s24, i + 1, 1) + substring(s24, i, 1) + substring(s24, i + 2))) THEN 1 WHEN all(phrase IN $p3 WHERE any(text IN [toLower(n21.title), toLower(n21.title_en), toLower(n21.title_de_simple), toLower(n21.shortTitle), toLower(n21.summary), toLower(n21.summary_en), toLower(n21.summary_de_simple), toLower(n21.body), toLower(n21.body_en), toLower(n21.body_de_simple)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e22
  WHERE EXISTS { MATCH (n21)<-[e26:JOINED]-(n25) WHERE n25:Municipality AND n25 IN those30 }
  RETURN n21
}

// $p0 = {"other":"orte","District":"orte","Municipality":"orte","State":"orte"}
// $p1 = "orte"
// $p2 = "+(_type:programme_)^0 +(+(body:orte^2 body_de_simple:orte^2 body_en:orte^2 shortTitle:orte^8 summary:orte^4 summary_de_simple:orte^4 summary_en:orte^4 title:orte^10 title_de_simple:orte^10 title_en:orte^10 body:orte*^1 body_de_simple:orte*^1 body_en:orte*^1 shortTitle:orte*^4 summary:orte*^2 summary_de_simple:orte*^2 summary_en:orte*^2 title:orte*^5 title_de_simple:orte*^5 title_en:orte*^5 _suffixes_public:orte*^1.5) _type:engagegraphnothing)"
// $p3 = null
// $p4 = "2010-01-01"
// $p5 = "+(_type:district_ _type:municipality_)^0 +(+(association:orte^2 minorityName:orte^4 name:orte^10 officialName:orte^4 summary:orte^4 summary_de_simple:orte^4 summary_en:orte^4 association:orte*^1 minorityName:orte*^2 name:orte*^5 officialName:orte*^2 summary:orte*^2 summary_de_simple:orte*^2 summary_en:orte*^2 _suffixes_public:orte*^1.5) _type:engagegraphnothing)"
// $p6 = null
// $p7 = "e"
// $l0 = 2
// $c0_0 = 3
// $c0_1 = "a"
// $c0_2 = "Programme"
// $l1 = 21
// $l2 = 20
// $l3 = 20
