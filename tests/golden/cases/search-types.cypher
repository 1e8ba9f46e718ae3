RETURN COUNT {
  CALL db.index.fulltext.queryNodes('search_public', $p0)
  YIELD node AS n1, score AS s3
  WITH *, $p1.other AS s4
  WITH *, s3 / (1 + s3) + CASE WHEN n1._name = s4 OR $p2 IN [n1.association_sort, n1.minorityName_sort, n1.name_sort, n1.name_de_simple_sort, n1.name_en_sort, n1.officialName_sort, n1.shortName_sort, n1.shortTitle_sort, n1.title_sort, n1.title_de_simple_sort, n1.title_en_sort] THEN 2 WHEN n1._name STARTS WITH s4 THEN 1 ELSE 0 END AS e2
  WHERE n1:Network|Programme
  RETURN n1
},
       COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $p0)
  YIELD node AS n1, score AS s3
  WITH *, $p1.other AS s4
  WITH *, s3 / (1 + s3) + CASE WHEN n1._name = s4 OR $p2 IN [n1.association_sort, n1.minorityName_sort, n1.name_sort, n1.name_de_simple_sort, n1.name_en_sort, n1.officialName_sort, n1.shortName_sort, n1.shortTitle_sort, n1.title_sort, n1.title_de_simple_sort, n1.title_en_sort] THEN 2 WHEN n1._name STARTS WITH s4 THEN 1 ELSE 0 END AS e2
  WHERE n1:Network|Programme
  WITH e2, n1 ORDER BY e2 DESC, n1.slug, CASE WHEN n1:Network THEN 'Network' WHEN n1:Programme THEN 'Programme' END LIMIT $l0
  RETURN [CASE WHEN n1:Network THEN 'Network' WHEN n1:Programme THEN 'Programme' END, n1.slug]
},
       COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $p0)
  YIELD node AS n7, score AS s9
  WITH *, CASE WHEN n7:District THEN $p1.District ELSE $p1.other END AS s10
  WITH *, s9 / (1 + s9) + CASE WHEN n7._name = s10 OR $p2 IN [n7.association_sort, n7.minorityName_sort, n7.name_sort, n7.name_de_simple_sort, n7.name_en_sort, n7.officialName_sort, n7.shortName_sort, n7.shortTitle_sort, n7.title_sort, n7.title_de_simple_sort, n7.title_en_sort] THEN 2 WHEN n7._name STARTS WITH s10 THEN 1 ELSE 0 END AS e8
  WHERE n7:District|Figure
  WITH e8, n7 ORDER BY e8 DESC, n7.slug, CASE WHEN n7:District THEN 'District' WHEN n7:Figure THEN 'Figure' END LIMIT $l1
  RETURN [n7.slug]
},
       COUNT {
  CALL db.index.fulltext.queryNodes('search_public', $p0)
  YIELD node AS n13, score AS s15
  WITH *, CASE WHEN n13:District THEN $p1.District WHEN n13:Municipality THEN $p1.Municipality WHEN n13:State THEN $p1.State ELSE $p1.other END AS s16
  WITH *, s15 / (1 + s15) + CASE WHEN n13._name = s16 OR $p2 IN [n13.association_sort, n13.minorityName_sort, n13.name_sort, n13.name_de_simple_sort, n13.name_en_sort, n13.officialName_sort, n13.shortName_sort, n13.shortTitle_sort, n13.title_sort, n13.title_de_simple_sort, n13.title_en_sort] THEN 2 WHEN n13._name STARTS WITH s16 THEN 1 ELSE 0 END AS e14
  RETURN n13
}

// $p0 = "+(association:orte^2 body:orte^2 body_de_simple:orte^2 body_en:orte^2 minorityName:orte^4 name:orte^10 name_de_simple:orte^10 name_en:orte^10 officialName:orte^4 shortName:orte^10 shortTitle:orte^8 summary:orte^4 summary_de_simple:orte^4 summary_en:orte^4 text:orte^2 text_de_simple:orte^2 text_en:orte^2 title:orte^10 title_de_simple:orte^10 title_en:orte^10 association:orte*^1 body:orte*^1 body_de_simple:orte*^1 body_en:orte*^1 minorityName:orte*^2 name:orte*^5 name_de_simple:orte*^5 name_en:orte*^5 officialName:orte*^2 shortName:orte*^5 shortTitle:orte*^4 summary:orte*^2 summary_de_simple:orte*^2 summary_en:orte*^2 text:orte*^1 text_de_simple:orte*^1 text_en:orte*^1 title:orte*^5 title_de_simple:orte*^5 title_en:orte*^5 association:*orte*^0.3 minorityName:*orte*^0.6 name:*orte*^1.5 name_de_simple:*orte*^1.5 name_en:*orte*^1.5 officialName:*orte*^0.6 shortName:*orte*^1.5 shortTitle:*orte*^1.2 title:*orte*^1.5 title_de_simple:*orte*^1.5 title_en:*orte*^1.5)"
// $p1 = {"other":"orte","District":"orte","Municipality":"orte","State":"orte"}
// $p2 = "orte"
// $l0 = 3
// $l1 = 21
// $l2 = 21
