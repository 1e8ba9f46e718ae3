RETURN COLLECT {
  MATCH (n1:LocalAuthority)
  WITH n1 ORDER BY n1.population IS NULL DESC, n1.population, n1.slug DESC, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END DESC LIMIT $l0
  RETURN [n1.population, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END, n1.name]
}

// $l0 = 4
