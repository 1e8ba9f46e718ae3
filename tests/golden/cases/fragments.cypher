RETURN COLLECT {
  MATCH (n1:LocalAuthority)
  WHERE n1.name IN $p0
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [CASE WHEN n1:District THEN 'District' ELSE 'Municipality' END, head(COLLECT {
    MATCH (n1)-[e4:LOCATED_IN]->(n3:District)
    WHERE n1:Municipality
    WITH e4, n3, e4.since_first AS s5 ORDER BY s5 IS NULL, s5 DESC LIMIT 1
    RETURN [n3.name, COUNT {
      MATCH (n3)<-[:LOCATED_IN]-()
    }, n3.slug]
  }), n1.name, n1.population, n1.slug, COUNT {
    MATCH (n1)<-[e12:LOCATED_IN]-(n11)
    WHERE n1:District
  }]
}

// $p0 = ["Aue","Auental"]
// $l0 = 20
// $l1 = 20
// $l2 = 20
