CALL () {
  MATCH (n4:Programme)
  MATCH (n4)<-[e6:JOINED]-(n5:LocalAuthority)
  WHERE n5:District AND n5.name CONTAINS $p0
  WITH DISTINCT n4
  RETURN collect(n4) AS those7
}
CALL (those7) {
  MATCH (n15:LocalAuthority)
  MATCH (n15)-[e17:JOINED]->(n16:Programme)
  WHERE n16.title CONTAINS $p0
  WITH DISTINCT n15
  RETURN collect(n15) AS those18
}
CALL (those7, those18) {
  MATCH (n21:LocalAuthority)
  MATCH (n21)-[e23:MEMBER_OF]->(n22:Network)
  WHERE n22.title CONTAINS $p0
  WITH DISTINCT n21
  RETURN collect(n21) AS those24
}
CALL (those7, those18, those24) {
  MATCH (n27:LocalAuthority)
  WHERE EXISTS { MATCH (n27)-[e29:LOCATED_IN]->(n28:State) WITH e29, n28, e29.since_first AS s30 ORDER BY s30 IS NULL, s30 DESC LIMIT 1 WHERE n28.name STARTS WITH $p1 RETURN 1 }
  RETURN collect(n27) AS those31
}
CALL (those7, those18, those24, those31) {
  MATCH (n58:Programme)
  WHERE EXISTS { MATCH (n58)<-[e60:JOINED]-(n59) WHERE NOT (coalesce(n59.name CONTAINS $p0, false)) }
  RETURN collect(n58) AS those61
}
CALL (those7, those18, those24, those31, those61) {
  MATCH (n62:Programme)
  MATCH (n62)<-[e64:SUPPORTS]-(n63:Partner|District|Municipality|Network|State)
  WHERE n63:Partner AND n63.name CONTAINS $p0
  WITH DISTINCT n62
  RETURN collect(n62) AS those65
}
CALL (those7, those18, those24, those31, those61, those65) {
  MATCH (n73:Network)
  MATCH (n73)<-[e75:MEMBER_OF]-(n74:District|Municipality|Partner|Network)
  WHERE n74:Partner AND n74.name CONTAINS $p0
  WITH DISTINCT n73
  RETURN collect(n73) AS those76
}
CALL (those7, those18, those24, those31, those61, those65, those76) {
  MATCH (n70:LocalAuthority)
  WHERE EXISTS { MATCH (n70)-[e72:MEMBER_OF]->(n71) WHERE NOT (NOT n71 IN those76) }
  RETURN collect(n70) AS those77
}
CALL (those7, those18, those24, those31, those61, those65, those76, those77) {
  MATCH (n84:Programme)
  WHERE EXISTS { MATCH (n84)<-[e86:JOINED]-(n85) WHERE n85:Municipality AND COUNT { MATCH (n85)-[:MEMBER_OF]->() } >= $p3 }
  RETURN collect(n84) AS those89
}
CALL (those7, those18, those24, those31, those61, those65, those76, those77, those89) {
  UNWIND those76 AS n100
  MATCH (n99:LocalAuthority)
  MATCH (n99)-[e101:MEMBER_OF]->(n100)
  WITH DISTINCT n99
  RETURN collect(n99) AS those102
}
CALL (*) {
  MATCH (n12:Programme)
  WHERE (NOT EXISTS { MATCH (n12)<-[e14:JOINED]-(n13) WHERE NOT (n13:Municipality AND n13 IN those18) }) OR (EXISTS { MATCH (n12)<-[e20:JOINED]-(n19) WHERE n19:Municipality AND NOT n19 IN those24 }) OR (COUNT { MATCH (n12)<-[e26:JOINED]-(n25) WHERE n25:Municipality AND n25 IN those31 } = 1)
  WITH n12, n12.kind AS k35, EXISTS { MATCH (n12)<-[e39:JOINED]-(n38) WHERE n38:Municipality AND n38 IN those18 } AS f0
  WITH k35, [count(CASE WHEN f0 THEN 1 END), count(*)] AS a32
  WITH k35, a32 ORDER BY k35 LIMIT $l2
  RETURN collect([[x IN [CASE WHEN a32[1] > 0 THEN toFloat(a32[0]) / a32[1] END] | round(x, CASE WHEN x = 0 OR abs(x) >= 1e11 THEN 0 ELSE 11 - toInteger(floor(log10(abs(x)))) END, 'HALF_EVEN')][0]]) AS x40
}
CALL (*) {
  CALL (those7, those18, those24, those31, those61, those65, those76, those77, those89, those102) {
    UNWIND those76 AS n114
    MATCH (n113:LocalAuthority)
    MATCH (n113)-[e115:MEMBER_OF]->(n114)
    WITH DISTINCT n113
    WHERE EXISTS { MATCH (n113)-[e117:BASED_IN|JOINED|SUPPORTS]-(n116:Programme) WHERE n116 IN those89 }
    WITH n113 ORDER BY n113._place LIMIT $l6
    RETURN collect(n113) AS rows
  }
  CALL (those7, those18, those24, those31, those61, those65, those76, those77, those89, those102) {
    UNWIND those102 AS n119
    MATCH (n118:Programme)
    MATCH (n118)-[e120:BASED_IN|JOINED|SUPPORTS]-(n119:LocalAuthority)
    WITH DISTINCT n118
    WHERE EXISTS { MATCH (n118)<-[e122:JOINED]-(n121) WHERE n121:Municipality AND COUNT { MATCH (n121)-[:MEMBER_OF]->() } >= $p3 }
    WITH n118 ORDER BY n118._place LIMIT $l7
    RETURN collect(n118) AS columns
  }
  UNWIND range(0, size(rows) - 1) AS i
  WITH i, rows[i] AS x, columns
  MATCH (x)-[e:BASED_IN|JOINED|SUPPORTS]-(y)
  WHERE y IN columns
  WITH i, x, y, columns, collect(e) AS es
  WITH i, head([at IN range(0, size(columns) - 1) WHERE columns[at] = y]) AS j, x, y, es ORDER BY i, j
  RETURN collect([CASE WHEN x:District THEN 'District' ELSE 'Municipality' END, x.slug, y.slug]) AS r125s
}
CALL (those7, those18, those24, those31, those61, those65, those76, those77, those89, those102) {
  UNWIND those7 AS n140
  MATCH (n134:LocalAuthority)
  MATCH (n134)-[e141:JOINED]->(n140)
  WITH DISTINCT n134
  WITH n134, $m133[CASE WHEN n134:District THEN 'District' WHEN n134:Municipality THEN 'Municipality' END][n134.slug] AS i
  WITH n134, i WHERE i IS NOT NULL
  WITH n134, i ORDER BY i
  RETURN collect(i) AS held138, collect(n134) AS things139
}
RETURN COUNT {
  MATCH (n1:LocalAuthority)
  WHERE NOT EXISTS { MATCH (n1)-[e3:JOINED]->(n2) WHERE n2 IN those7 }
},
       COLLECT {
  MATCH (n1:LocalAuthority)
  WHERE NOT EXISTS { MATCH (n1)-[e3:JOINED]->(n2) WHERE n2 IN those7 }
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.slug]
},
       x40,
       COLLECT {
  MATCH (n12:Programme)
  WHERE (NOT EXISTS { MATCH (n12)<-[e14:JOINED]-(n13) WHERE NOT (n13:Municipality AND n13 IN those18) }) OR (EXISTS { MATCH (n12)<-[e20:JOINED]-(n19) WHERE n19:Municipality AND NOT n19 IN those24 }) OR (COUNT { MATCH (n12)<-[e26:JOINED]-(n25) WHERE n25:Municipality AND n25 IN those31 } = 1)
  WITH n12 ORDER BY n12._place LIMIT $l1
  RETURN [n12.slug, COUNT {
    MATCH (n12)<-[e43:JOINED]-(n42)
    WHERE n42:Municipality AND EXISTS { MATCH (n42)-[e45:JOINED]->(n44) WHERE n44 IN those7 }
  }, COLLECT {
    MATCH (n12)<-[e43:JOINED]-(n42)
    WHERE n42:Municipality AND EXISTS { MATCH (n42)-[e45:JOINED]->(n44) WHERE n44 IN those7 }
    WITH e43, n42 ORDER BY n42._place LIMIT $l3
    RETURN [n42.slug]
  }]
},
       COUNT {
  MATCH (n53:LocalAuthority)
  MATCH (n53)-[e55:MEMBER_OF]->(n54:Network)
  WHERE n54.title CONTAINS $p0 AND (n53.name CONTAINS $p0 OR NOT (coalesce(n53.population < $p2, false)))
  WITH DISTINCT n53
  WHERE EXISTS { MATCH (n53)-[e57:JOINED]->(n56) WHERE NOT n56 IN those61 AND NOT n56 IN those65 }
  RETURN n53
},
       COUNT {
  MATCH (n67:Programme)
  WHERE EXISTS { MATCH (n67)<-[e69:JOINED]-(n68) WHERE n68:Municipality AND NOT n68 IN those77 }
},
       COUNT {
  UNWIND those76 AS n80
  MATCH (n79:LocalAuthority)
  MATCH (n79)-[e81:MEMBER_OF]->(n80)
  WITH DISTINCT n79
  WHERE EXISTS { MATCH (n79)-[e83:BASED_IN|JOINED|SUPPORTS]-(n82:Programme) WHERE n82 IN those89 }
  RETURN n79
},
       COLLECT {
  UNWIND those76 AS n80
  MATCH (n79:LocalAuthority)
  MATCH (n79)-[e81:MEMBER_OF]->(n80)
  WITH DISTINCT n79
  WHERE EXISTS { MATCH (n79)-[e83:BASED_IN|JOINED|SUPPORTS]-(n82:Programme) WHERE n82 IN those89 }
  WITH n79 ORDER BY n79._place LIMIT $l6
  RETURN [COUNT { MATCH (n79)-[e92:BASED_IN|JOINED|SUPPORTS]-(n91:Programme) WHERE n91 IN those89 RETURN DISTINCT n91 }, n79.name]
},
       COUNT {
  UNWIND those102 AS n97
  MATCH (n96:Programme)
  MATCH (n96)-[e98:BASED_IN|JOINED|SUPPORTS]-(n97:LocalAuthority)
  WITH DISTINCT n96
  WHERE EXISTS { MATCH (n96)<-[e104:JOINED]-(n103) WHERE n103:Municipality AND COUNT { MATCH (n103)-[:MEMBER_OF]->() } >= $p3 }
  RETURN n96
},
       COLLECT {
  UNWIND those102 AS n97
  MATCH (n96:Programme)
  MATCH (n96)-[e98:BASED_IN|JOINED|SUPPORTS]-(n97:LocalAuthority)
  WITH DISTINCT n96
  WHERE EXISTS { MATCH (n96)<-[e104:JOINED]-(n103) WHERE n103:Municipality AND COUNT { MATCH (n103)-[:MEMBER_OF]->() } >= $p3 }
  WITH n96 ORDER BY n96._place LIMIT $l7
  RETURN [COUNT { MATCH (n96)-[e109:BASED_IN|JOINED|SUPPORTS]-(n108:LocalAuthority) WHERE n108 IN those102 RETURN DISTINCT n108 }]
},
       r125s,
       COUNT {
  UNWIND those76 AS n127
  MATCH (n126:LocalAuthority)
  MATCH (n126)-[e128:MEMBER_OF]->(n127)
  WITH DISTINCT n126
  WHERE EXISTS { MATCH (n126)-[e130:BASED_IN|JOINED|SUPPORTS]-(n129:Programme) WHERE n129 IN those89 }
  MATCH (n126)-[e132:BASED_IN|JOINED|SUPPORTS]-(n131:Programme) WHERE n131 IN those89
  RETURN DISTINCT n126, n131
},
       true,
       held138,
       COLLECT {
  UNWIND range(0, size(things139[0..0 + $l8]) - 1) AS i
  WITH i, (things139[0..0 + $l8])[i] AS n134
  RETURN [i, n134.name]
}

// $p0 = "e"
// $p1 = "N"
// $p2 = 5000
// $p3 = 1
// $l0 = 2
// $l1 = 3
// $l2 = 20
// $l3 = 1
// $l4 = 20
// $l5 = 20
// $l6 = 2
// $l7 = 3
// $l8 = 2
// $m133 = {"District":{},"Municipality":{}}
