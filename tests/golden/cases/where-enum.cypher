RETURN COLLECT {
  MATCH (n1:LocalAuthority)
  WHERE n1.kind = $p0
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.name]
},
       COLLECT {
  MATCH (n6:LocalAuthority)
  WHERE n6.kind IN $p1
  WITH n6 ORDER BY n6._place LIMIT $l1
  RETURN [n6.name]
},
       COLLECT {
  MATCH (n11:LocalAuthority)
  WHERE (n11.kind IS NULL OR NOT n11.kind IN $p2)
  WITH n11 ORDER BY n11._place LIMIT $l2
  RETURN [n11.name]
},
       COUNT {
  MATCH (n16:LocalAuthority)
  WHERE (n16.status IS NULL OR n16.status <> $p3)
}

// $p0 = "LANDKREIS"
// $p1 = ["KREIS","STADT"]
// $p2 = ["KREIS","LANDKREIS"]
// $p3 = "SUPERSEDED"
// $l0 = 20
// $l1 = 20
// $l2 = 20
// $l3 = 20
