RETURN COUNT {
  CALL db.index.fulltext.queryNodes('search_public', $p0)
  YIELD node AS n1, score AS s3 WHERE n1:Network|Programme
  WITH *, $p1.other AS s4
  WITH *, s3 / (1 + s3) + CASE WHEN n1._name = s4 OR $p2 IN [n1.shortTitle_sort, n1.title_sort, n1.title_de_simple_sort, n1.title_en_sort] THEN 2 WHEN n1._name STARTS WITH s4 THEN 1 ELSE 0 END AS e2
  RETURN n1
},
       COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $p0)
  YIELD node AS n1, score AS s3 WHERE n1:Network|Programme
  WITH *, $p1.other AS s4
  WITH *, s3 / (1 + s3) + CASE WHEN n1._name = s4 OR $p2 IN [n1.shortTitle_sort, n1.title_sort, n1.title_de_simple_sort, n1.title_en_sort] THEN 2 WHEN n1._name STARTS WITH s4 THEN 1 ELSE 0 END AS e2
  WITH e2, n1 ORDER BY e2 DESC, n1.slug, CASE WHEN n1:Network THEN 'Network' WHEN n1:Programme THEN 'Programme' END LIMIT $l0
  RETURN [CASE WHEN n1:Network THEN 'Network' ELSE 'Programme' END, n1.slug]
},
       COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $p3)
  YIELD node AS n9, score AS s11 WHERE n9:District|Figure
  WITH *, CASE WHEN n9:District THEN $p1.District ELSE $p1.other END AS s12
  WITH *, s11 / (1 + s11) + CASE WHEN n9._name = s12 OR $p2 IN [n9.association_sort, n9.minorityName_sort, n9.name_sort, n9.officialName_sort, n9.title_sort, n9.title_de_simple_sort, n9.title_en_sort] THEN 2 WHEN n9._name STARTS WITH s12 THEN 1 ELSE 0 END AS e10
  WITH e10, n9 ORDER BY e10 DESC, n9.slug, CASE WHEN n9:District THEN 'District' WHEN n9:Figure THEN 'Figure' END LIMIT $l1
  RETURN [n9.slug]
},
       COUNT {
  CALL db.index.fulltext.queryNodes('search_public', $p4)
  YIELD node AS n17, score AS s19
  WITH *, CASE WHEN n17:District THEN $p1.District WHEN n17:Municipality THEN $p1.Municipality WHEN n17:State THEN $p1.State ELSE $p1.other END AS s20
  WITH *, s19 / (1 + s19) + CASE WHEN n17._name = s20 OR $p2 IN [n17.association_sort, n17.minorityName_sort, n17.name_sort, n17.name_de_simple_sort, n17.name_en_sort, n17.officialName_sort, n17.shortName_sort, n17.shortTitle_sort, n17.title_sort, n17.title_de_simple_sort, n17.title_en_sort] THEN 2 WHEN n17._name STARTS WITH s20 THEN 1 ELSE 0 END AS e18
  RETURN n17
}

// $p0 = "+(body:orte^2 body_de_simple:orte^2 body_en:orte^2 shortTitle:orte^8 summary:orte^4 summary_de_simple:orte^4 summary_en:orte^4 title:orte^10 title_de_simple:orte^10 title_en:orte^10 body:orte*^1 body_de_simple:orte*^1 body_en:orte*^1 shortTitle:orte*^4 summary:orte*^2 summary_de_simple:orte*^2 summary_en:orte*^2 title:orte*^5 title_de_simple:orte*^5 title_en:orte*^5 shortTitle:*orte*^1.2 title:*orte*^1.5 title_de_simple:*orte*^1.5 title_en:*orte*^1.5)"
// $p1 = {"other":"orte","District":"orte","Municipality":"orte","State":"orte"}
// $p2 = "orte"
// $p3 = "+(association:orte^2 minorityName:orte^4 name:orte^10 officialName:orte^4 summary:orte^4 summary_de_simple:orte^4 summary_en:orte^4 title:orte^10 title_de_simple:orte^10 title_en:orte^10 association:orte*^1 minorityName:orte*^2 name:orte*^5 officialName:orte*^2 summary:orte*^2 summary_de_simple:orte*^2 summary_en:orte*^2 title:orte*^5 title_de_simple:orte*^5 title_en:orte*^5 association:*orte*^0.3 minorityName:*orte*^0.6 name:*orte*^1.5 officialName:*orte*^0.6 title:*orte*^1.5 title_de_simple:*orte*^1.5 title_en:*orte*^1.5)"
// $p4 = "+(association:orte^2 body:orte^2 body_de_simple:orte^2 body_en:orte^2 minorityName:orte^4 name:orte^10 name_de_simple:orte^10 name_en:orte^10 officialName:orte^4 shortName:orte^10 shortTitle:orte^8 summary:orte^4 summary_de_simple:orte^4 summary_en:orte^4 text:orte^2 text_de_simple:orte^2 text_en:orte^2 title:orte^10 title_de_simple:orte^10 title_en:orte^10 association:orte*^1 body:orte*^1 body_de_simple:orte*^1 body_en:orte*^1 minorityName:orte*^2 name:orte*^5 name_de_simple:orte*^5 name_en:orte*^5 officialName:orte*^2 shortName:orte*^5 shortTitle:orte*^4 summary:orte*^2 summary_de_simple:orte*^2 summary_en:orte*^2 text:orte*^1 text_de_simple:orte*^1 text_en:orte*^1 title:orte*^5 title_de_simple:orte*^5 title_en:orte*^5 association:*orte*^0.3 minorityName:*orte*^0.6 name:*orte*^1.5 name_de_simple:*orte*^1.5 name_en:*orte*^1.5 officialName:*orte*^0.6 shortName:*orte*^1.5 shortTitle:*orte*^1.2 title:*orte*^1.5 title_de_simple:*orte*^1.5 title_en:*orte*^1.5)"
// $l0 = 2
// $l1 = 20
// $l2 = 20
