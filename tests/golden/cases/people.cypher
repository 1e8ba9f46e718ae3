RETURN COLLECT {
  MATCH (n1:Person)
  WHERE n1._place IS NOT NULL
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.name, n1.familyName, n1.summary, COLLECT {
    MATCH (n1)-[e4:WORKS_FOR]->(n3)
    WITH e4, n3 ORDER BY n3._place, e4._key LIMIT $l1
    RETURN [e4.position, CASE WHEN e4.position IS NOT NULL THEN 0 END, e4.since, CASE WHEN n3:Partner THEN 'Partner' WHEN n3:District THEN 'District' WHEN n3:Municipality THEN 'Municipality' WHEN n3:Network THEN 'Network' ELSE 'State' END, n3.title, n3.name]
  }, n1.slug, COLLECT {
    MATCH (n1)-[e10:SPEAKS_FOR]->(n9:Network)
    WITH e10, n9 ORDER BY n9._place, e10._key LIMIT $l2
    RETURN [e10.since, e10.until, e10.term, n9.title]
  }]
}

// $l0 = 20
// $l1 = 20
// $l2 = 20
