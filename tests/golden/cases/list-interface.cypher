RETURN COUNT {
  MATCH (n1:LocalAuthority)
},
       COLLECT {
  MATCH (n1:LocalAuthority)
  WHERE n1._place IS NOT NULL
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [CASE WHEN n1:District THEN 'District' ELSE 'Municipality' END, n1.name, n1.kind, head(COLLECT {
    MATCH (n1)-[e4:LOCATED_IN]->(n3:District)
    WHERE n1:Municipality
    WITH e4, n3, e4.since_first AS s5 ORDER BY s5 IS NULL, s5 DESC LIMIT 1
    RETURN [n3.name]
  }), COLLECT {
    MATCH (n1)<-[e9:LOCATED_IN]-(n8)
    WHERE n1:District
    WITH e9, n8 ORDER BY n8._place LIMIT $l1
    RETURN [n8.name]
  }, n1.slug]
}

// $l0 = 20
// $l1 = 20
