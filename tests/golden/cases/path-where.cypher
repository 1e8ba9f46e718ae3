CALL () {
  MATCH (n18:LocalAuthority)
  MATCH (n18)-[e20:MEMBER_OF]->(n19:Network)
  WHERE n19.title CONTAINS $p7
  WITH DISTINCT n18
  RETURN collect(n18) AS those21
}
CALL (those21) {
  UNWIND those21 AS n16
  MATCH (n15:Programme)
  MATCH (n15)<-[e17:JOINED]-(n16)
  WHERE n16:Municipality
  WITH DISTINCT n15
  RETURN collect(n15) AS those22
}
CALL (*) {
  MATCH (a:District {slug: $p0.District[0]})
  MATCH (b:Partner {slug: $p1.Partner[0]})
  CALL (*) {
    MATCH p = allShortestPaths((a)-[:MEMBER_OF|JOINED|SUPPORTS*0..2]-(b))
    WHERE all(n IN nodes(p) WHERE n = a OR n = b OR (n:Programme AND n.start_first >= $p2))
    WITH p LIMIT 100
    WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p3 + 1
    WITH ns ORDER BY size(ns), reduce(s = 0, n IN ns[1..-1] | s + COUNT { (n)--() }),
      [n IN ns | n.slug], [n IN ns | labels(n)] LIMIT 1
    RETURN collect(ns) AS near
  }
  WITH *, CASE WHEN near <> [] THEN 0
    WHEN COUNT { (a)-[:MEMBER_OF|JOINED|SUPPORTS]-() } + COUNT { (b)-[:MEMBER_OF|JOINED|SUPPORTS]-() } > 10000 THEN 10000 + 1
    ELSE reduce(s = 0, d IN COLLECT { MATCH (a)-[:MEMBER_OF|JOINED|SUPPORTS]-(x) RETURN COUNT { (x)-[:MEMBER_OF|JOINED|SUPPORTS]-() } AS d UNION ALL MATCH (b)-[:MEMBER_OF|JOINED|SUPPORTS]-(x) RETURN COUNT { (x)-[:MEMBER_OF|JOINED|SUPPORTS]-() } AS d } | s + d) END AS around
  CALL (*) {
    UNWIND near AS ns
    RETURN ns
    UNION ALL
    UNWIND CASE WHEN near = [] AND around <= 10000 THEN [1] ELSE [] END AS room
    MATCH p = allShortestPaths((a)-[:MEMBER_OF|JOINED|SUPPORTS*0..6]-(b))
    WHERE all(n IN nodes(p) WHERE n = a OR n = b OR (n:Programme AND n.start_first >= $p2))
    WITH p LIMIT 100
    WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p3 + 1
    WITH ns ORDER BY size(ns), reduce(s = 0, n IN ns[1..-1] | s + COUNT { (n)--() }),
      [n IN ns | n.slug], [n IN ns | labels(n)] LIMIT 1
    RETURN ns
    UNION ALL
    UNWIND CASE WHEN near = [] AND around > 10000 THEN [1] ELSE [] END AS room
    MATCH p = shortestPath((a)-[:MEMBER_OF|JOINED|SUPPORTS*0..6]-(b))
    WHERE all(n IN nodes(p) WHERE n = a OR n = b OR (n:Programme AND n.start_first >= $p2))
    WITH p LIMIT 1
    WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p3 + 1
    RETURN ns
  }
  LIMIT $l0
  RETURN collect([size(ns) - 1, COLLECT {
    UNWIND ns AS n2
    RETURN [CASE WHEN n2:District THEN 'District' WHEN n2:Partner THEN 'Partner' ELSE 'Programme' END, n2.title, n2.name]
  }, COLLECT {
    UNWIND range(0, size(ns) - 2) AS i5
    RETURN [COLLECT {
      WITH ns[i5] AS x, ns[i5 + 1] AS y
      MATCH (x)-[e6:MEMBER_OF|JOINED|SUPPORTS]-(y)
      WITH e6, startNode(e6) AS n7, endNode(e6) AS n8
      ORDER BY type(e6), e6._key, e6.since_first
      RETURN [CASE WHEN n7:District|Municipality|Partner|State THEN n7.name ELSE n7.title END, n8.title, n8:Instrument|Programme, e6.role, type(e6)]
    }]
  }]) AS r1s
}
CALL (*) {
  MATCH (a:District {slug: $p0.District[0]})
  MATCH (b:Partner {slug: $p1.Partner[0]})
  CALL (*) {
    MATCH p = allShortestPaths((a)-[:MEMBER_OF|JOINED|SUPPORTS*0..2]-(b))
    WHERE (all(n IN nodes(p) WHERE n = a OR n = b OR (((n.founded_first IS NULL OR n.founded_first <= $p5) AND (n.dissolved_last IS NULL OR n.dissolved_last >= $p4)) AND n:Network))) AND (all(r IN relationships(p) WHERE (r.since_first IS NULL OR r.since_first <= $p5) AND (r.until_last IS NULL OR r.until_last >= $p4)))
    WITH p LIMIT 100
    WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p3 + 1
    WITH ns ORDER BY size(ns), reduce(s = 0, n IN ns[1..-1] | s + COUNT { (n)--() }),
      [n IN ns | n.slug], [n IN ns | labels(n)] LIMIT 1
    RETURN collect(ns) AS near
  }
  WITH *, CASE WHEN near <> [] THEN 0
    WHEN COUNT { (a)-[:MEMBER_OF|JOINED|SUPPORTS]-() } + COUNT { (b)-[:MEMBER_OF|JOINED|SUPPORTS]-() } > 10000 THEN 10000 + 1
    ELSE reduce(s = 0, d IN COLLECT { MATCH (a)-[:MEMBER_OF|JOINED|SUPPORTS]-(x) RETURN COUNT { (x)-[:MEMBER_OF|JOINED|SUPPORTS]-() } AS d UNION ALL MATCH (b)-[:MEMBER_OF|JOINED|SUPPORTS]-(x) RETURN COUNT { (x)-[:MEMBER_OF|JOINED|SUPPORTS]-() } AS d } | s + d) END AS around
  CALL (*) {
    UNWIND near AS ns
    RETURN ns
    UNION ALL
    UNWIND CASE WHEN near = [] AND around <= 10000 THEN [1] ELSE [] END AS room
    MATCH p = allShortestPaths((a)-[:MEMBER_OF|JOINED|SUPPORTS*0..6]-(b))
    WHERE (all(n IN nodes(p) WHERE n = a OR n = b OR (((n.founded_first IS NULL OR n.founded_first <= $p5) AND (n.dissolved_last IS NULL OR n.dissolved_last >= $p4)) AND n:Network))) AND (all(r IN relationships(p) WHERE (r.since_first IS NULL OR r.since_first <= $p5) AND (r.until_last IS NULL OR r.until_last >= $p4)))
    WITH p LIMIT 100
    WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p3 + 1
    WITH ns ORDER BY size(ns), reduce(s = 0, n IN ns[1..-1] | s + COUNT { (n)--() }),
      [n IN ns | n.slug], [n IN ns | labels(n)] LIMIT 1
    RETURN ns
    UNION ALL
    UNWIND CASE WHEN near = [] AND around > 10000 THEN [1] ELSE [] END AS room
    MATCH p = shortestPath((a)-[:MEMBER_OF|JOINED|SUPPORTS*0..6]-(b))
    WHERE (all(n IN nodes(p) WHERE n = a OR n = b OR (((n.founded_first IS NULL OR n.founded_first <= $p5) AND (n.dissolved_last IS NULL OR n.dissolved_last >= $p4)) AND n:Network))) AND (all(r IN relationships(p) WHERE (r.since_first IS NULL OR r.since_first <= $p5) AND (r.until_last IS NULL OR r.until_last >= $p4)))
    WITH p LIMIT 1
    WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p3 + 1
    RETURN ns
  }
  LIMIT $l2
  RETURN collect([size(ns) - 1]) AS r11s
}
CALL (*) {
  MATCH (a:District {slug: $p0.District[0]})
  MATCH (b:Partner {slug: $p1.Partner[0]})
  WITH a, b, [] AS found, [] AS used, [] AS tied, true AS more
  CALL (a, b, used, tied, more, those21, those22) {
    WITH a, b, used, tied, more WHERE more
    MATCH p = allShortestPaths((a)-[:MEMBER_OF|JOINED|SUPPORTS*0..6]-(b))
    WHERE (all(n IN nodes(p) WHERE n = a OR n = b OR (n IN those22))) AND none(n IN nodes(p) WHERE n IN used) AND none(r IN relationships(p) WHERE r IN tied)
    WITH p LIMIT 100
    WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p3 + 1
    WITH ns ORDER BY size(ns), reduce(s = 0, n IN ns[1..-1] | s + COUNT { (n)--() }),
      [n IN ns | n.slug], [n IN ns | labels(n)]
    LIMIT 1
    RETURN collect(ns) AS next
  }
  WITH a, b, found + next AS found, used + coalesce(next[0][1..-1], []) AS used,
    tied + CASE WHEN size(next[0]) = 2 THEN COLLECT { MATCH (a)-[e]-(b) RETURN e } ELSE [] END AS tied,
    coalesce(size(next[0]) > 1, false) AND size(found) + 1 < $p6 AS more
  CALL (a, b, used, tied, more, those21, those22) {
    WITH a, b, used, tied, more WHERE more
    MATCH p = allShortestPaths((a)-[:MEMBER_OF|JOINED|SUPPORTS*0..6]-(b))
    WHERE (all(n IN nodes(p) WHERE n = a OR n = b OR (n IN those22))) AND none(n IN nodes(p) WHERE n IN used) AND none(r IN relationships(p) WHERE r IN tied)
    WITH p LIMIT 100
    WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p3 + 1
    WITH ns ORDER BY size(ns), reduce(s = 0, n IN ns[1..-1] | s + COUNT { (n)--() }),
      [n IN ns | n.slug], [n IN ns | labels(n)]
    LIMIT 1
    RETURN collect(ns) AS next
  }
  WITH a, b, found + next AS found, used + coalesce(next[0][1..-1], []) AS used,
    tied + CASE WHEN size(next[0]) = 2 THEN COLLECT { MATCH (a)-[e]-(b) RETURN e } ELSE [] END AS tied,
    coalesce(size(next[0]) > 1, false) AND size(found) + 1 < $p6 AS more
  CALL (a, b, used, tied, more, those21, those22) {
    WITH a, b, used, tied, more WHERE more
    MATCH p = allShortestPaths((a)-[:MEMBER_OF|JOINED|SUPPORTS*0..6]-(b))
    WHERE (all(n IN nodes(p) WHERE n = a OR n = b OR (n IN those22))) AND none(n IN nodes(p) WHERE n IN used) AND none(r IN relationships(p) WHERE r IN tied)
    WITH p LIMIT 100
    WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p3 + 1
    WITH ns ORDER BY size(ns), reduce(s = 0, n IN ns[1..-1] | s + COUNT { (n)--() }),
      [n IN ns | n.slug], [n IN ns | labels(n)]
    LIMIT 1
    RETURN collect(ns) AS next
  }
  WITH a, b, found + next AS found, used + coalesce(next[0][1..-1], []) AS used,
    tied + CASE WHEN size(next[0]) = 2 THEN COLLECT { MATCH (a)-[e]-(b) RETURN e } ELSE [] END AS tied,
    coalesce(size(next[0]) > 1, false) AND size(found) + 1 < $p6 AS more
  CALL (a, b, used, tied, more, those21, those22) {
    WITH a, b, used, tied, more WHERE more
    MATCH p = allShortestPaths((a)-[:MEMBER_OF|JOINED|SUPPORTS*0..6]-(b))
    WHERE (all(n IN nodes(p) WHERE n = a OR n = b OR (n IN those22))) AND none(n IN nodes(p) WHERE n IN used) AND none(r IN relationships(p) WHERE r IN tied)
    WITH p LIMIT 100
    WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p3 + 1
    WITH ns ORDER BY size(ns), reduce(s = 0, n IN ns[1..-1] | s + COUNT { (n)--() }),
      [n IN ns | n.slug], [n IN ns | labels(n)]
    LIMIT 1
    RETURN collect(ns) AS next
  }
  WITH a, b, found + next AS found, used + coalesce(next[0][1..-1], []) AS used,
    tied + CASE WHEN size(next[0]) = 2 THEN COLLECT { MATCH (a)-[e]-(b) RETURN e } ELSE [] END AS tied,
    coalesce(size(next[0]) > 1, false) AND size(found) + 1 < $p6 AS more
  CALL (a, b, used, tied, more, those21, those22) {
    WITH a, b, used, tied, more WHERE more
    MATCH p = allShortestPaths((a)-[:MEMBER_OF|JOINED|SUPPORTS*0..6]-(b))
    WHERE (all(n IN nodes(p) WHERE n = a OR n = b OR (n IN those22))) AND none(n IN nodes(p) WHERE n IN used) AND none(r IN relationships(p) WHERE r IN tied)
    WITH p LIMIT 100
    WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p3 + 1
    WITH ns ORDER BY size(ns), reduce(s = 0, n IN ns[1..-1] | s + COUNT { (n)--() }),
      [n IN ns | n.slug], [n IN ns | labels(n)]
    LIMIT 1
    RETURN collect(ns) AS next
  }
  WITH a, b, found + next AS found, used + coalesce(next[0][1..-1], []) AS used,
    tied + CASE WHEN size(next[0]) = 2 THEN COLLECT { MATCH (a)-[e]-(b) RETURN e } ELSE [] END AS tied,
    coalesce(size(next[0]) > 1, false) AND size(found) + 1 < $p6 AS more
  UNWIND found AS ns
  RETURN collect([COLLECT {
    UNWIND ns AS n13
    RETURN [CASE WHEN n13:District THEN 'District' WHEN n13:Partner THEN 'Partner' ELSE 'Programme' END, n13.title, n13.name]
  }]) AS r12s
}
RETURN r1s,
       r11s,
       r12s

// $p0 = {"District":["auental"]}
// $p1 = {"Partner":["stiftung-mitte"]}
// $p2 = "2010-01-01"
// $p3 = 6
// $p4 = "2016-01-01"
// $p5 = "2016-12-31"
// $p6 = 2
// $p7 = "e"
// $l0 = 1
// $l1 = 6
// $l2 = 1
// $l3 = 6
// $l4 = 2
// $l5 = 6
