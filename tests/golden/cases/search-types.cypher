RETURN COUNT {
  CALL db.index.fulltext.queryNodes('search_public', $p0)
  YIELD node AS n1, score AS e2
  WITH n1, e2
  WHERE n1:Network|Programme
  RETURN n1
},
       COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $p0)
  YIELD node AS n1, score AS e2
  WITH n1, e2
  WHERE n1:Network|Programme
  WITH e2, n1 ORDER BY e2 DESC, n1.slug, CASE WHEN n1:Network THEN 'Network' WHEN n1:Programme THEN 'Programme' END LIMIT $l0
  RETURN [CASE WHEN n1:Network THEN 'Network' WHEN n1:Programme THEN 'Programme' END, n1.slug]
},
       COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $p0)
  YIELD node AS n5, score AS e6
  WITH n5, e6
  WHERE n5:District|Figure
  WITH e6, n5 ORDER BY e6 DESC, n5.slug, CASE WHEN n5:District THEN 'District' WHEN n5:Figure THEN 'Figure' END LIMIT $l1
  RETURN [n5.slug]
},
       COUNT {
  CALL db.index.fulltext.queryNodes('search_public', $p0)
  YIELD node AS n9, score AS e10
  WITH n9, e10
  RETURN n9
}

// $p0 = "+(orte^4 orte*)"
// $l0 = 3
// $l1 = 21
// $l2 = 21
