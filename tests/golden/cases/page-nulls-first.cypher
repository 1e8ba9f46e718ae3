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
  MATCH (n4:LocalAuthority)
  WHERE ((($c1_0 IS NULL AND n4.population IS NOT NULL) OR coalesce(n4.population < $c1_0, false)) OR ((n4.population = $c1_0 OR ($c1_0 IS NULL AND n4.population IS NULL)) AND (n4.slug > $c1_1 OR (n4.slug = $c1_1 AND CASE WHEN n4:District THEN 'District' WHEN n4:Municipality THEN 'Municipality' END > $c1_2))))
  WITH n4 ORDER BY n4.population DESC, n4.slug, CASE WHEN n4:District THEN 'District' WHEN n4:Municipality THEN 'Municipality' END LIMIT $l1
  RETURN [n4.name, n4.population]
},
       EXISTS {
  MATCH (n7:LocalAuthority)
  WHERE NOT coalesce((($c2_0 IS NOT NULL AND (n7.population IS NULL OR n7.population > $c2_0)) OR ((n7.population = $c2_0 OR ($c2_0 IS NULL AND n7.population IS NULL)) AND (n7.slug < $c2_1 OR (n7.slug = $c2_1 AND CASE WHEN n7:District THEN 'District' WHEN n7:Municipality THEN 'Municipality' END < $c2_2)))), false)
},
       COLLECT {
  MATCH (n7:LocalAuthority)
  WHERE (($c2_0 IS NOT NULL AND (n7.population IS NULL OR n7.population > $c2_0)) OR ((n7.population = $c2_0 OR ($c2_0 IS NULL AND n7.population IS NULL)) AND (n7.slug < $c2_1 OR (n7.slug = $c2_1 AND CASE WHEN n7:District THEN 'District' WHEN n7:Municipality THEN 'Municipality' END < $c2_2))))
  WITH n7 ORDER BY n7.population, n7.slug DESC, CASE WHEN n7:District THEN 'District' WHEN n7:Municipality THEN 'Municipality' END DESC LIMIT $l2
  RETURN [n7.name, n7.population]
}

// $l0 = 3
// $c0_0 = null
// $c0_1 = "altstadt"
// $c0_2 = "Municipality"
// $l1 = 3
// $c1_0 = null
// $c1_1 = "oeberberg"
// $c1_2 = "District"
// $l2 = 3
// $c2_0 = 250000
// $c2_1 = "freistadt"
// $c2_2 = "Municipality"
