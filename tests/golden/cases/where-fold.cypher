RETURN COLLECT {
  MATCH (n1:LocalAuthority)
  WHERE replace(replace(replace(n1.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') = $p0
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.name]
},
       COLLECT {
  MATCH (n6:LocalAuthority)
  WHERE replace(replace(replace(n6.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') STARTS WITH $p1
  WITH n6 ORDER BY n6._place LIMIT $l1
  RETURN [n6.name]
},
       COUNT {
  MATCH (n11:LocalAuthority)
  WHERE n11.name STARTS WITH $p2
},
       COLLECT {
  MATCH (n13:LocalAuthority)
  WHERE replace(replace(replace(n13.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') IN $p3
  WITH n13 ORDER BY n13._place LIMIT $l3
  RETURN [n13.name]
},
       COUNT {
  MATCH (n18:LocalAuthority)
  WHERE (((replace(replace(replace(n18.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') IS NULL OR replace(replace(replace(n18.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') <> $p4)) AND ((replace(replace(replace(n18.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') IS NULL OR NOT replace(replace(replace(n18.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') IN $p5))) AND ((' ' + n18.officialName_sort + ' ' CONTAINS $p6 OR ' ' + replace(replace(replace(n18.officialName_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') + ' ' CONTAINS $p7))
},
       COLLECT {
  MATCH (n20:District)
  WHERE toLower(n20.website) CONTAINS $p8 AND toLower(n20.website) IN $p9
  WITH n20 ORDER BY n20._place LIMIT $l5
  RETURN [n20.name]
},
       COLLECT {
  MATCH (n25:LocalAuthority)
  WHERE (' ' + n25.name_sort + ' ' CONTAINS $p10 OR ' ' + replace(replace(replace(n25.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') + ' ' CONTAINS $p11)
  WITH n25 ORDER BY n25._place LIMIT $l6
  RETURN [n25.name]
},
       COLLECT {
  MATCH (n30:LocalAuthority)
  WHERE ((' ' + n30.officialName_sort + ' ' CONTAINS $p12 OR ' ' + replace(replace(replace(n30.officialName_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') + ' ' CONTAINS $p13)) AND replace(replace(replace(n30.officialName_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') STARTS WITH $p14 AND ((n30.officialName_sort ENDS WITH $p15 OR replace(replace(replace(n30.officialName_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') ENDS WITH $p16))
  WITH n30 ORDER BY n30._place LIMIT $l7
  RETURN [n30.name]
},
       COUNT {
  MATCH (n35:LocalAuthority)
  WHERE replace(replace(replace(n35.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') STARTS WITH $p17
},
       COUNT {
  MATCH (n37:LocalAuthority)
  WHERE NOT (coalesce((' ' + n37.name_sort + ' ' CONTAINS $p18 OR ' ' + replace(replace(replace(n37.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') + ' ' CONTAINS $p19), false))
},
       COLLECT {
  MATCH (n39:LocalAuthority)
  WHERE replace(replace(replace(n39.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') >= $p20 AND replace(replace(replace(n39.name_sort, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') <= $p21
  WITH n39 ORDER BY n39._place LIMIT $l10
  RETURN [n39.name]
},
       COLLECT {
  MATCH (n44:Topic)
  WHERE (replace(replace(replace(replace(replace(replace(replace(replace(replace(toLower(normalize(n44.summary, NFKD)), '\u0300', ''), '\u0301', ''), '\u0302', ''), '\u0303', ''), '\u0308', ''), '\u030a', ''), '\u030c', ''), '\u0327', ''), '\u00df', 'ss') CONTAINS $p22 OR replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(toLower(normalize(n44.summary, NFKD)), '\u0300', ''), '\u0301', ''), '\u0302', ''), '\u0303', ''), '\u0308', ''), '\u030a', ''), '\u030c', ''), '\u0327', ''), '\u00df', 'ss'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u') CONTAINS $p23)
  WITH n44 ORDER BY n44._place LIMIT $l11
  RETURN [n44.slug, n44.summary]
},
       COUNT {
  MATCH (n49:Topic)
  WHERE n49.summary CONTAINS $p24
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
// $l0 = 20
// $l1 = 20
// $l2 = 20
// $l3 = 20
// $l4 = 20
// $l5 = 20
// $l6 = 20
// $l7 = 20
// $l8 = 20
// $l9 = 20
// $l10 = 20
// $l11 = 20
// $l12 = 20
