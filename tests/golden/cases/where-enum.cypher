RETURN COLLECT {
  MATCH (n1:LocalAuthority)
  WHERE n1.kind = $p0
  WITH n1 ORDER BY n1.name_sort, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END LIMIT $l0
  RETURN [n1.name]
},
       COLLECT {
  MATCH (n4:LocalAuthority)
  WHERE n4.kind IN $p1
  WITH n4 ORDER BY n4.name_sort, n4.slug, CASE WHEN n4:District THEN 'District' WHEN n4:Municipality THEN 'Municipality' END LIMIT $l1
  RETURN [n4.name]
},
       COLLECT {
  MATCH (n7:LocalAuthority)
  WHERE (n7.kind IS NULL OR NOT n7.kind IN $p2)
  WITH n7 ORDER BY n7.name_sort, n7.slug, CASE WHEN n7:District THEN 'District' WHEN n7:Municipality THEN 'Municipality' END LIMIT $l2
  RETURN [n7.name]
},
       COUNT {
  MATCH (n10:LocalAuthority)
  WHERE (n10.status IS NULL OR n10.status <> $p3)
}

// $p0 = "LANDKREIS"
// $p1 = ["KREIS","STADT"]
// $p2 = ["KREIS","LANDKREIS"]
// $p3 = "SUPERSEDED"
// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
