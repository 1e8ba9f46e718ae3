RETURN COUNT {
  MATCH (n1:State)
},
       COUNT {
  MATCH (n3:District)
},
       COUNT {
  MATCH (n5:Municipality)
},
       COUNT {
  MATCH (n7:Network)
},
       COUNT {
  MATCH (n9:Programme)
},
       COUNT {
  MATCH (n11:Phase)
},
       COUNT {
  MATCH (n13:Partner)
},
       COUNT {
  MATCH (n15:Person)
},
       COUNT {
  MATCH (n17:Event)
},
       COUNT {
  MATCH (n19:Session)
},
       COUNT {
  MATCH (n21:Topic)
},
       COUNT {
  MATCH (n23:Publication)
},
       COUNT {
  MATCH (n25:Figure)
},
       COUNT {
  MATCH (n27:Source)
},
       COUNT {
  MATCH (n29:Offer)
},
       COUNT {
  MATCH (n31:Statement)
},
       COLLECT {
  MATCH (n31:Statement)
  WITH n31 ORDER BY n31.position, n31.title_sort, n31.slug LIMIT $l15
  RETURN [n31.slug]
}

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
// $l13 = 21
// $l14 = 21
// $l15 = 21
