RETURN COLLECT {
  MATCH (n1:LocalAuthority)
  WHERE replace(replace(replace(n1.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') = $p0
  WITH n1 ORDER BY n1.name_sort, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END LIMIT $l0
  RETURN [n1.name]
},
       COLLECT {
  MATCH (n4:LocalAuthority)
  WHERE replace(replace(replace(n4.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') STARTS WITH $p1
  WITH n4 ORDER BY n4.name_sort, n4.slug, CASE WHEN n4:District THEN 'District' WHEN n4:Municipality THEN 'Municipality' END LIMIT $l1
  RETURN [n4.name]
},
       COUNT {
  MATCH (n7:LocalAuthority)
  WHERE n7.name STARTS WITH $p2
},
       COLLECT {
  MATCH (n9:LocalAuthority)
  WHERE replace(replace(replace(n9.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') IN $p3
  WITH n9 ORDER BY n9.name_sort, n9.slug, CASE WHEN n9:District THEN 'District' WHEN n9:Municipality THEN 'Municipality' END LIMIT $l3
  RETURN [n9.name]
},
       COUNT {
  MATCH (n12:LocalAuthority)
  WHERE (((replace(replace(replace(n12.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') IS NULL OR replace(replace(replace(n12.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') <> $p4)) AND ((replace(replace(replace(n12.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') IS NULL OR NOT replace(replace(replace(n12.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') IN $p5))) AND replace(replace(replace(n12.officialName_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') CONTAINS $p6
},
       COLLECT {
  MATCH (n14:District)
  WHERE toLower(n14.website) CONTAINS $p7 AND toLower(n14.website) IN $p8
  WITH n14 ORDER BY n14.name_sort, n14.slug LIMIT $l5
  RETURN [n14.name]
}

// $p0 = "brucken"
// $p1 = "ober"
// $p2 = "OEBER"
// $p3 = ["brucken","oberberg"]
// $p4 = "au"
// $p5 = ["auntal"]
// $p6 = "landkreis"
// $p7 = "auental"
// $p8 = ["https://auental.example.org/"]
// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
// $l4 = 21
// $l5 = 21
