RETURN COUNT {
  MATCH (n1:LocalAuthority)
},
       EXISTS {
  MATCH (n1:LocalAuthority)
  WHERE NOT coalesce((($c0_0 IS NOT NULL AND (n1.population IS NULL OR n1.population < $c0_0)) OR ((n1.population = $c0_0 OR ($c0_0 IS NULL AND n1.population IS NULL)) AND (n1.slug > $c0_1 OR (n1.slug = $c0_1 AND CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END > $c0_2)))), false)
},
       COLLECT {
  MATCH (n1:LocalAuthority)
  WHERE (($c0_0 IS NOT NULL AND (n1.population IS NULL OR n1.population < $c0_0)) OR ((n1.population = $c0_0 OR ($c0_0 IS NULL AND n1.population IS NULL)) AND (n1.slug > $c0_1 OR (n1.slug = $c0_1 AND CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END > $c0_2))))
  WITH n1 ORDER BY n1.population IS NULL, n1.population DESC, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END LIMIT $l0
  RETURN [n1.population, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END, n1.name]
}

// $l0 = 4
// $c0_0 = 80000
// $c0_1 = "ottersee"
// $c0_2 = "District"
