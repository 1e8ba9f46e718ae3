RETURN COLLECT {
  MATCH (n1:Event)
  WHERE n1.number = $p0 AND n1.free = $p1
  WITH n1 ORDER BY n1.date_first, n1.title_sort, n1.slug LIMIT $l0
  RETURN [n1.slug]
},
       COLLECT {
  MATCH (n6:Event)
  WHERE (n6.free IS NULL OR n6.free <> $p1)
  WITH n6 ORDER BY n6.date_first, n6.title_sort, n6.slug LIMIT $l1
  RETURN [n6.slug]
},
       COLLECT {
  MATCH (n11:LocalAuthority)
  WHERE n11.population >= $p2 AND n11.population <= $p3
  WITH n11 ORDER BY n11._place LIMIT $l2
  RETURN [n11.name, n11.population]
},
       COLLECT {
  MATCH (n16:LocalAuthority)
  WHERE (n16.population > $p4 AND n16.population < $p5) AND n16.areaKm2 IS NULL
  WITH n16 ORDER BY n16._place LIMIT $l3
  RETURN [n16.name]
},
       COLLECT {
  MATCH (n21:LocalAuthority)
  WHERE n21.population IN $p6 AND n21.population >= $p0 AND n21.population <= $p4
  WITH n21 ORDER BY n21._place LIMIT $l4
  RETURN [n21.name]
},
       COUNT {
  MATCH (n26:LocalAuthority)
  WHERE (n26.population IS NULL OR NOT n26.population IN $p7)
},
       COLLECT {
  MATCH (n28:Figure)
  WHERE n28.value >= $p8 AND n28.value <= $p9
  WITH n28 ORDER BY n28._place LIMIT $l6
  RETURN [n28.title, n28.value]
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
// $l0 = 20
// $l1 = 20
// $l2 = 20
// $l3 = 20
// $l4 = 20
// $l5 = 20
// $l6 = 20
