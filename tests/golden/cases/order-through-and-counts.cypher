RETURN COLLECT {
  MATCH (n1:Municipality)
  WITH n1 ORDER BY head(COLLECT { MATCH (n1)-[e3:LOCATED_IN]->(n2:State) WITH e3, n2, e3.since_first AS s4 ORDER BY s4 IS NULL, s4 DESC LIMIT 1 RETURN n2.name_sort }) IS NULL, head(COLLECT { MATCH (n1)-[e3:LOCATED_IN]->(n2:State) WITH e3, n2, e3.since_first AS s4 ORDER BY s4 IS NULL, s4 DESC LIMIT 1 RETURN n2.name_sort }) DESC, n1.name_sort, n1.slug LIMIT $l0
  RETURN [n1.name, head(COLLECT {
    MATCH (n1)-[e7:LOCATED_IN]->(n6:State)
    WITH e7, n6, e7.since_first AS s8 ORDER BY s8 IS NULL, s8 DESC LIMIT 1
    RETURN [n6.name]
  })]
},
       COLLECT {
  MATCH (n12:Municipality)
  WITH n12 ORDER BY head(COLLECT { MATCH (n12)-[e14:LOCATED_IN]->(n13:District) WITH e14, n13, e14.since_first AS s18 ORDER BY s18 IS NULL, s18 DESC LIMIT 1 RETURN head(COLLECT { MATCH (n13)-[e16:LOCATED_IN]->(n15) WITH e16, n15, e16.since_first AS s17 ORDER BY s17 IS NULL, s17 DESC LIMIT 1 RETURN n15.name_sort }) }), n12.slug LIMIT $l1
  RETURN [n12.name]
},
       COLLECT {
  MATCH (n21:Programme)
  WITH n21 ORDER BY COUNT { MATCH (n21)<-[:JOINED]-() } DESC, n21.slug LIMIT $l2
  RETURN [n21.slug, COUNT {
    MATCH (n21)<-[:JOINED]-()
  }]
},
       COLLECT {
  MATCH (n29:Programme)
  WHERE (n29.start_first IS NULL OR n29.start_first <= $p1) AND (n29.end_last IS NULL OR n29.end_last >= $p0)
  WITH n29 ORDER BY COUNT { MATCH (n29)<-[e31:JOINED]-(n30) WHERE (e31.since_first IS NULL OR e31.since_first <= $p1) AND (e31.until_last IS NULL OR e31.until_last >= $p0) }, n29.title_sort DESC, n29.slug LIMIT $l4
  RETURN [n29.slug, COUNT {
    MATCH (n29)<-[e34:JOINED]-(n33)
    WHERE (e34.since_first IS NULL OR e34.since_first <= $p1) AND (e34.until_last IS NULL OR e34.until_last >= $p0)
  }]
}

// $p0 = "2019-01-01"
// $p1 = "2019-12-31"
// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
// $l4 = 21
// $l5 = 21
