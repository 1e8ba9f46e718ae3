RETURN COLLECT {
  MATCH (n1:LocalAuthority)
  WITH n1 ORDER BY n1.population, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END LIMIT $l0
  RETURN [n1.name, n1.population]
},
       COLLECT {
  MATCH (n4:LocalAuthority)
  WITH n4 ORDER BY n4.population IS NULL, n4.population DESC, n4.slug, CASE WHEN n4:District THEN 'District' WHEN n4:Municipality THEN 'Municipality' END LIMIT $l1
  RETURN [n4.name, n4.population]
},
       COLLECT {
  MATCH (n7:LocalAuthority)
  WHERE n7.kind IS NOT NULL
  WITH n7 ORDER BY n7.kind DESC, n7.name_sort DESC, n7.slug, CASE WHEN n7:District THEN 'District' WHEN n7:Municipality THEN 'Municipality' END LIMIT $l2
  RETURN [n7.kind, n7.name]
},
       COLLECT {
  MATCH (n10:LocalAuthority)
  WHERE n10.name_sort IS NOT NULL
  WITH n10 ORDER BY n10.name_sort, n10.slug, CASE WHEN n10:District THEN 'District' WHEN n10:Municipality THEN 'Municipality' END LIMIT $l3
  RETURN [n10.name]
},
       COLLECT {
  MATCH (n13:Programme)
  WITH n13 ORDER BY n13.end_first IS NULL, n13.end_first DESC, n13.slug LIMIT $l4
  RETURN [n13.end]
},
       COLLECT {
  MATCH (n16:Event)
  WITH n16 ORDER BY n16.startsAt_at, n16.slug LIMIT $l5
  RETURN [n16.startsAt]
}

// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
// $l4 = 21
// $l5 = 21
