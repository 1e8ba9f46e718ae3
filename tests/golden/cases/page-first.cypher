RETURN COUNT {
  MATCH (n1:LocalAuthority)
},
       COLLECT {
  MATCH (n1:LocalAuthority)
  WITH n1 ORDER BY n1.population IS NULL, n1.population DESC, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END LIMIT $l0
  RETURN [n1.population, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END, n1.name]
}

// $l0 = 4
