RETURN head(COLLECT {
  MATCH (n1:LocalAuthority {ags: $p0})
  RETURN [CASE WHEN n1:District THEN 'District' ELSE 'Municipality' END, n1.slug, n1.name, head(COLLECT {
    MATCH (n1)-[e4:LOCATED_IN]->(n3:District)
    WHERE n1:Municipality
    WITH e4, n3, e4.since_first AS s5 ORDER BY s5 IS NULL, s5 DESC LIMIT 1
    RETURN [n3.slug]
  }), COUNT {
    MATCH (n1)<-[e9:LOCATED_IN]-(n8)
    WHERE n1:District
  }]
})

// $p0 = "91002"
// $l0 = 20
