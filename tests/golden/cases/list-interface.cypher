RETURN COUNT {
  MATCH (n1:LocalAuthority)
},
       COLLECT {
  MATCH (n1:LocalAuthority)
  WITH n1 ORDER BY n1.name_sort, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END LIMIT $l0
  RETURN [CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END, n1.name, n1.kind, head(COLLECT {
    MATCH (n1)-[e4:LOCATED_IN]->(n3:District)
    WHERE n1:Municipality
    WITH e4, n3 ORDER BY e4.since_first IS NULL, e4.since_first DESC LIMIT 1
    RETURN [n3.name]
  }), COLLECT {
    MATCH (n1)<-[e8:LOCATED_IN]-(n7)
    WHERE n1:District
    WITH e8, n7 ORDER BY n7.name_sort, n7.slug LIMIT $l1
    RETURN [n7.name]
  }]
}

// $l0 = 21
// $l1 = 21
