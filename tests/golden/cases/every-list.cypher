CALL (*) {
  CALL (*) {
    MATCH (n31:Statement)
    WHERE n31.position IS NOT NULL
    WITH n31 ORDER BY n31.position, n31.title_sort, n31.slug LIMIT $l15
    RETURN collect(n31) AS x33
  }
  CALL (x33) {
    UNWIND CASE WHEN size(x33) < $l15 THEN [1] ELSE [] END AS x35
    MATCH (n31:Statement)
    WHERE n31.position IS NULL
    WITH n31 ORDER BY n31.title_sort, n31.slug LIMIT $l15
    RETURN collect(n31) AS x34
  }
  RETURN [n31 IN (x33 + x34)[..$l15] | [n31.slug]] AS n31s
}
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
       n31s

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
// $l13 = 20
// $l14 = 20
// $l15 = 20
