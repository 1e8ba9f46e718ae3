RETURN COUNT {
  CALL db.index.fulltext.queryNodes('search_public', $p0)
  YIELD node AS n1, score AS e2
  WITH *
  WHERE n1:Network|Programme
  RETURN n1
},
       COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $p0)
  YIELD node AS n1, score AS e2
  WITH *
  WHERE n1:Network|Programme
  WITH e2, n1 ORDER BY e2 DESC, n1.slug, CASE WHEN n1:Network THEN 'Network' WHEN n1:Programme THEN 'Programme' END LIMIT $l0
  RETURN [CASE WHEN n1:Network THEN 'Network' WHEN n1:Programme THEN 'Programme' END, n1.slug]
},
       COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $p0)
  YIELD node AS n5, score AS e6
  WITH *
  WHERE n5:District|Figure
  WITH e6, n5 ORDER BY e6 DESC, n5.slug, CASE WHEN n5:District THEN 'District' WHEN n5:Figure THEN 'Figure' END LIMIT $l1
  RETURN [n5.slug]
},
       COUNT {
  CALL db.index.fulltext.queryNodes('search_public', $p0)
  YIELD node AS n9, score AS e10
  WITH *
  RETURN n9
}

// $p0 = "+(association:orte^2 body:orte^2 body_de_simple:orte^2 body_en:orte^2 minorityName:orte^4 name:orte^10 name_de_simple:orte^10 name_en:orte^10 officialName:orte^4 shortName:orte^10 shortTitle:orte^8 summary:orte^4 summary_de_simple:orte^4 summary_en:orte^4 text:orte^2 text_de_simple:orte^2 text_en:orte^2 title:orte^10 title_de_simple:orte^10 title_en:orte^10 association:orte*^1 body:orte*^1 body_de_simple:orte*^1 body_en:orte*^1 minorityName:orte*^2 name:orte*^5 name_de_simple:orte*^5 name_en:orte*^5 officialName:orte*^2 shortName:orte*^5 shortTitle:orte*^4 summary:orte*^2 summary_de_simple:orte*^2 summary_en:orte*^2 text:orte*^1 text_de_simple:orte*^1 text_en:orte*^1 title:orte*^5 title_de_simple:orte*^5 title_en:orte*^5)"
// $l0 = 3
// $l1 = 21
// $l2 = 21
