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
  MATCH (n14:Municipality)
  WITH n14 ORDER BY head(COLLECT { MATCH (n14)-[e16:LOCATED_IN]->(n15:District) WITH e16, n15, e16.since_first AS s20 ORDER BY s20 IS NULL, s20 DESC LIMIT 1 RETURN head(COLLECT { MATCH (n15)-[e18:LOCATED_IN]->(n17) WITH e18, n17, e18.since_first AS s19 ORDER BY s19 IS NULL, s19 DESC LIMIT 1 RETURN n17.name_sort }) }), n14.slug LIMIT $l1
  RETURN [n14.name]
},
       COLLECT {
  MATCH (n25:Programme)
  WITH n25 ORDER BY COUNT { MATCH (n25)<-[:JOINED]-() } DESC, n25.slug LIMIT $l2
  RETURN [n25.slug, COUNT {
    MATCH (n25)<-[:JOINED]-()
  }]
},
       COLLECT {
  MATCH (n35:Programme)
  WHERE (n35.start_first IS NULL OR n35.start_first <= $p1) AND (n35.end_last IS NULL OR n35.end_last >= $p0)
  WITH n35 ORDER BY COUNT { MATCH (n35)<-[e37:JOINED]-(n36) WHERE (e37.since_first IS NULL OR e37.since_first <= $p1) AND (e37.until_last IS NULL OR e37.until_last >= $p0) }, n35.title_sort DESC, n35.slug LIMIT $l4
  RETURN [n35.slug, COUNT {
    MATCH (n35)<-[e40:JOINED]-(n39)
    WHERE (e40.since_first IS NULL OR e40.since_first <= $p1) AND (e40.until_last IS NULL OR e40.until_last >= $p0)
  }]
}

// $p0 = "2019-01-01"
// $p1 = "2019-12-31"
// $l0 = 20
// $l1 = 20
// $l2 = 20
// $l3 = 20
// $l4 = 20
// $l5 = 20
