RETURN COLLECT {
  MATCH (n1:Event)
  WHERE n1.number = $p0 AND n1.free = $p1
  WITH n1 ORDER BY n1.date_first, n1.title_sort, n1.slug LIMIT $l0
  RETURN [n1.slug]
},
       COLLECT {
  MATCH (n4:Event)
  WHERE (n4.free IS NULL OR n4.free <> $p1)
  WITH n4 ORDER BY n4.date_first, n4.title_sort, n4.slug LIMIT $l1
  RETURN [n4.slug]
},
       COLLECT {
  MATCH (n7:LocalAuthority)
  WHERE n7.population >= $p2 AND n7.population <= $p3
  WITH n7 ORDER BY n7.name_sort, n7.slug, CASE WHEN n7:District THEN 'District' WHEN n7:Municipality THEN 'Municipality' END LIMIT $l2
  RETURN [n7.name, n7.population]
},
       COLLECT {
  MATCH (n10:LocalAuthority)
  WHERE (n10.population > $p4 AND n10.population < $p5) AND n10.areaKm2 IS NULL
  WITH n10 ORDER BY n10.name_sort, n10.slug, CASE WHEN n10:District THEN 'District' WHEN n10:Municipality THEN 'Municipality' END LIMIT $l3
  RETURN [n10.name]
},
       COLLECT {
  MATCH (n13:LocalAuthority)
  WHERE n13.population IN $p6 AND n13.population >= $p0 AND n13.population <= $p4
  WITH n13 ORDER BY n13.name_sort, n13.slug, CASE WHEN n13:District THEN 'District' WHEN n13:Municipality THEN 'Municipality' END LIMIT $l4
  RETURN [n13.name]
},
       COUNT {
  MATCH (n16:LocalAuthority)
  WHERE (n16.population IS NULL OR NOT n16.population IN $p7)
},
       COLLECT {
  MATCH (n18:Figure)
  WHERE n18.value >= $p8 AND n18.value <= $p9
  WITH n18 ORDER BY n18.title_sort, n18.slug LIMIT $l6
  RETURN [n18.title, n18.value]
}

// $p0 = 1
// $p1 = true
// $p2 = 900
// $p3 = 80000
// $p4 = 900
// $p5 = 80000
// $p6 = [900,1]
// $p7 = [900]
// $p8 = 60.0
// $p9 = 60.5
// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
// $l4 = 21
// $l5 = 21
// $l6 = 21
