RETURN COLLECT {
  MATCH (n1:Municipality)
  WITH n1 ORDER BY head(COLLECT { MATCH (n1)-[e3:LOCATED_IN]->(n2:State) WITH e3, n2 ORDER BY e3.since_first IS NULL, e3.since_first DESC LIMIT 1 RETURN n2.name_sort }) IS NULL, head(COLLECT { MATCH (n1)-[e3:LOCATED_IN]->(n2:State) WITH e3, n2 ORDER BY e3.since_first IS NULL, e3.since_first DESC LIMIT 1 RETURN n2.name_sort }) DESC, n1.name_sort, n1.slug LIMIT $l0
  RETURN [n1.name, head(COLLECT {
    MATCH (n1)-[e6:LOCATED_IN]->(n5:State)
    WITH e6, n5 ORDER BY e6.since_first IS NULL, e6.since_first DESC LIMIT 1
    RETURN [n5.name]
  })]
},
       COLLECT {
  MATCH (n10:Municipality)
  WITH n10 ORDER BY head(COLLECT { MATCH (n10)-[e12:LOCATED_IN]->(n11:District) WITH e12, n11 ORDER BY e12.since_first IS NULL, e12.since_first DESC LIMIT 1 RETURN head(COLLECT { MATCH (n11)-[e14:LOCATED_IN]->(n13) WITH e14, n13 ORDER BY e14.since_first IS NULL, e14.since_first DESC LIMIT 1 RETURN n13.name_sort }) }), n10.slug LIMIT $l1
  RETURN [n10.name]
},
       COLLECT {
  MATCH (n17:Programme)
  WITH n17 ORDER BY COUNT { MATCH (n17)<-[:JOINED]-() } DESC, n17.slug LIMIT $l2
  RETURN [n17.slug, COUNT {
    MATCH (n17)<-[e22:JOINED]-(n21)
  }]
},
       COLLECT {
  MATCH (n25:Programme)
  WHERE (n25.start_first IS NULL OR n25.start_first <= $p1) AND (n25.end_last IS NULL OR n25.end_last >= $p0)
  WITH n25 ORDER BY COUNT { MATCH (n25)<-[e27:JOINED]-(n26) WHERE (e27.since_first IS NULL OR e27.since_first <= $p1) AND (e27.until_last IS NULL OR e27.until_last >= $p0) }, n25.title_sort DESC, n25.slug LIMIT $l4
  RETURN [n25.slug, COUNT {
    MATCH (n25)<-[e30:JOINED]-(n29)
    WHERE (e30.since_first IS NULL OR e30.since_first <= $p1) AND (e30.until_last IS NULL OR e30.until_last >= $p0)
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
