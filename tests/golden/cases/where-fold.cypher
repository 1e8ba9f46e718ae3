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
  WHERE (((replace(replace(replace(n12.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') IS NULL OR replace(replace(replace(n12.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') <> $p4)) AND ((replace(replace(replace(n12.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') IS NULL OR NOT replace(replace(replace(n12.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') IN $p5))) AND ((' ' + n12.officialName_sort + ' ' CONTAINS $p6 OR ' ' + replace(replace(replace(n12.officialName_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') + ' ' CONTAINS $p7))
},
       COLLECT {
  MATCH (n14:District)
  WHERE toLower(n14.website) CONTAINS $p8 AND toLower(n14.website) IN $p9
  WITH n14 ORDER BY n14.name_sort, n14.slug LIMIT $l5
  RETURN [n14.name]
},
       COLLECT {
  MATCH (n17:LocalAuthority)
  WHERE (' ' + n17.name_sort + ' ' CONTAINS $p10 OR ' ' + replace(replace(replace(n17.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') + ' ' CONTAINS $p11)
  WITH n17 ORDER BY n17.name_sort, n17.slug, CASE WHEN n17:District THEN 'District' WHEN n17:Municipality THEN 'Municipality' END LIMIT $l6
  RETURN [n17.name]
},
       COLLECT {
  MATCH (n20:LocalAuthority)
  WHERE ((' ' + n20.officialName_sort + ' ' CONTAINS $p12 OR ' ' + replace(replace(replace(n20.officialName_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') + ' ' CONTAINS $p13)) AND replace(replace(replace(n20.officialName_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') STARTS WITH $p14 AND ((n20.officialName_sort ENDS WITH $p15 OR replace(replace(replace(n20.officialName_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') ENDS WITH $p16))
  WITH n20 ORDER BY n20.name_sort, n20.slug, CASE WHEN n20:District THEN 'District' WHEN n20:Municipality THEN 'Municipality' END LIMIT $l7
  RETURN [n20.name]
},
       COUNT {
  MATCH (n23:LocalAuthority)
  WHERE replace(replace(replace(n23.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') STARTS WITH $p17
},
       COUNT {
  MATCH (n25:LocalAuthority)
  WHERE NOT (coalesce((' ' + n25.name_sort + ' ' CONTAINS $p18 OR ' ' + replace(replace(replace(n25.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') + ' ' CONTAINS $p19), false))
},
       COLLECT {
  MATCH (n27:LocalAuthority)
  WHERE replace(replace(replace(n27.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') >= $p20 AND replace(replace(replace(n27.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') <= $p21
  WITH n27 ORDER BY n27.name_sort, n27.slug, CASE WHEN n27:District THEN 'District' WHEN n27:Municipality THEN 'Municipality' END LIMIT $l10
  RETURN [n27.name]
},
       COLLECT {
  MATCH (n30:Topic)
  WHERE (replace(replace(replace(replace(replace(replace(replace(replace(replace(toLower(normalize(n30.summary, NFKD)), '\u0300', ''), '\u0301', ''), '\u0302', ''), '\u0303', ''), '\u0308', ''), '\u030a', ''), '\u030c', ''), '\u0327', ''), '\u00df', 'ss') CONTAINS $p22 OR replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(toLower(normalize(n30.summary, NFKD)), '\u0300', ''), '\u0301', ''), '\u0302', ''), '\u0303', ''), '\u0308', ''), '\u030a', ''), '\u030c', ''), '\u0327', ''), '\u00df', 'ss'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u') CONTAINS $p23)
  WITH n30 ORDER BY n30.title_sort, n30.slug LIMIT $l11
  RETURN [n30.slug, n30.summary]
},
       COUNT {
  MATCH (n33:Topic)
  WHERE n33.summary CONTAINS $p24
}

// $p0 = "brucken"
// $p1 = "ober"
// $p2 = "OEBER"
// $p3 = ["brucken","oberberg"]
// $p4 = "au"
// $p5 = ["auntal"]
// $p6 = "landkreis"
// $p7 = "landkreis"
// $p8 = "auental"
// $p9 = ["https://auental.example.org/"]
// $p10 = "rueck"
// $p11 = "ruck"
// $p12 = "kreis "
// $p13 = "kreis "
// $p14 = "land"
// $p15 = "ental"
// $p16 = "ental"
// $p17 = "frei "
// $p18 = "ental"
// $p19 = "ental"
// $p20 = "o"
// $p21 = "p"
// $p22 = "fuer andere"
// $p23 = "fur andere"
// $p24 = "FUER Andere"
// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
// $l4 = 21
// $l5 = 21
// $l6 = 21
// $l7 = 21
// $l8 = 21
// $l9 = 21
// $l10 = 21
// $l11 = 21
// $l12 = 21
