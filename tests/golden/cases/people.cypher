RETURN COLLECT {
  MATCH (n1:Person)
  WITH n1 ORDER BY n1.familyName_sort, n1.name_sort, n1.slug LIMIT $l0
  RETURN [n1.name, n1.familyName, n1.summary, COLLECT {
    MATCH (n1)-[e4:WORKS_FOR]->(n3)
    WITH e4, n3 ORDER BY coalesce(n3.name_sort, n3.title_sort), n3.slug, CASE WHEN n3:Partner THEN 'Partner' WHEN n3:District THEN 'District' WHEN n3:Municipality THEN 'Municipality' WHEN n3:Network THEN 'Network' WHEN n3:State THEN 'State' END, e4._key LIMIT $l1
    RETURN [e4.position, CASE WHEN e4.position IS NOT NULL THEN 0 END, e4.since, CASE WHEN n3:Partner THEN 'Partner' WHEN n3:District THEN 'District' WHEN n3:Municipality THEN 'Municipality' WHEN n3:Network THEN 'Network' WHEN n3:State THEN 'State' END, n3.title, n3.name]
  }, COLLECT {
    MATCH (n1)-[e8:SPEAKS_FOR]->(n7:Network)
    WITH e8, n7 ORDER BY n7.title_sort, n7.slug, e8._key LIMIT $l2
    RETURN [e8.since, e8.until, e8.term, n7.title]
  }]
}

// $l0 = 21
// $l1 = 21
// $l2 = 21
