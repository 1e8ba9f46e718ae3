RETURN EXISTS {
  MATCH (n1:LocalAuthority)
  WHERE NOT coalesce(((($c0_0 IS NULL AND n1.population IS NOT NULL) OR coalesce(n1.population > $c0_0, false)) OR ((n1.population = $c0_0 OR ($c0_0 IS NULL AND n1.population IS NULL)) AND (n1.slug > $c0_1 OR (n1.slug = $c0_1 AND CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END > $c0_2)))), false)
},
       COLLECT {
  MATCH (n1:LocalAuthority)
  WHERE ((($c0_0 IS NULL AND n1.population IS NOT NULL) OR coalesce(n1.population > $c0_0, false)) OR ((n1.population = $c0_0 OR ($c0_0 IS NULL AND n1.population IS NULL)) AND (n1.slug > $c0_1 OR (n1.slug = $c0_1 AND CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END > $c0_2))))
  WITH n1 ORDER BY n1.population IS NULL DESC, n1.population, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END LIMIT $l0
  RETURN [n1.name, n1.population]
},
       COLLECT {
  MATCH (n6:LocalAuthority)
  WHERE ((($c1_0 IS NULL AND n6.population IS NOT NULL) OR coalesce(n6.population < $c1_0, false)) OR ((n6.population = $c1_0 OR ($c1_0 IS NULL AND n6.population IS NULL)) AND (n6.slug > $c1_1 OR (n6.slug = $c1_1 AND CASE WHEN n6:District THEN 'District' WHEN n6:Municipality THEN 'Municipality' END > $c1_2))))
  WITH n6 ORDER BY n6.population DESC, n6.slug, CASE WHEN n6:District THEN 'District' WHEN n6:Municipality THEN 'Municipality' END LIMIT $l1
  RETURN [n6.name, n6.population]
},
       EXISTS {
  MATCH (n11:LocalAuthority)
  WHERE NOT coalesce((($c2_0 IS NOT NULL AND (n11.population IS NULL OR n11.population > $c2_0)) OR ((n11.population = $c2_0 OR ($c2_0 IS NULL AND n11.population IS NULL)) AND (n11.slug < $c2_1 OR (n11.slug = $c2_1 AND CASE WHEN n11:District THEN 'District' WHEN n11:Municipality THEN 'Municipality' END < $c2_2)))), false)
},
       COLLECT {
  MATCH (n11:LocalAuthority)
  WHERE (($c2_0 IS NOT NULL AND (n11.population IS NULL OR n11.population > $c2_0)) OR ((n11.population = $c2_0 OR ($c2_0 IS NULL AND n11.population IS NULL)) AND (n11.slug < $c2_1 OR (n11.slug = $c2_1 AND CASE WHEN n11:District THEN 'District' WHEN n11:Municipality THEN 'Municipality' END < $c2_2))))
  WITH n11 ORDER BY n11.population, n11.slug DESC, CASE WHEN n11:District THEN 'District' WHEN n11:Municipality THEN 'Municipality' END DESC LIMIT $l2
  RETURN [n11.name, n11.population]
}

// $l0 = 3
// $c0_0 = null
// $c0_1 = "altstadt"
// $c0_2 = "Municipality"
// $l1 = 2
// $c1_0 = null
// $c1_1 = "oeberberg"
// $c1_2 = "District"
// $l2 = 3
// $c2_0 = 250000
// $c2_1 = "freistadt"
// $c2_2 = "Municipality"
