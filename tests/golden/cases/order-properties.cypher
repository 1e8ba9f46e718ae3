RETURN COLLECT {
  MATCH (n1:LocalAuthority)
  WITH n1 ORDER BY n1.population, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END LIMIT $l0
  RETURN [n1.name, n1.population]
},
       COLLECT {
  MATCH (n6:LocalAuthority)
  WITH n6 ORDER BY n6.population IS NULL, n6.population DESC, n6.slug, CASE WHEN n6:District THEN 'District' WHEN n6:Municipality THEN 'Municipality' END LIMIT $l1
  RETURN [n6.name, n6.population]
},
       COLLECT {
  MATCH (n11:LocalAuthority)
  WITH n11 ORDER BY n11.kind DESC, n11.name_sort DESC, n11.slug, CASE WHEN n11:District THEN 'District' WHEN n11:Municipality THEN 'Municipality' END LIMIT $l2
  RETURN [n11.kind, n11.name]
},
       COLLECT {
  MATCH (n16:LocalAuthority)
  WHERE n16._place IS NOT NULL
  WITH n16 ORDER BY n16._place LIMIT $l3
  RETURN [n16.name]
},
       COLLECT {
  MATCH (n21:Programme)
  WITH n21 ORDER BY n21.end_first IS NULL, n21.end_first DESC, n21.slug LIMIT $l4
  RETURN [n21.end]
},
       COLLECT {
  MATCH (n26:Event)
  WITH n26 ORDER BY n26.startsAt_at, n26.slug LIMIT $l5
  RETURN [n26.startsAt]
}

// $l0 = 20
// $l1 = 20
// $l2 = 20
// $l3 = 20
// $l4 = 20
// $l5 = 20
