RETURN COUNT {
  MATCH (n1:State)
  WHERE false
},
       COLLECT {
  MATCH (n5:State)
  WHERE n5._place IS NOT NULL
  WITH n5 ORDER BY n5._place LIMIT $l2
  RETURN [n5.name]
}

// $l0 = 1
// $l1 = 1
// $l2 = 1
// $l3 = 1
