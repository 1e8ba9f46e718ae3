CALL (*) {
  MATCH (a:District {slug: $p2.District[0]})
  MATCH (b:Partner {slug: $p3.Partner[0]})
  WITH a, b, [] AS found, [] AS used, [] AS tied, true AS more
  CALL (a, b, used, tied, more) {
    WITH a, b, used, tied, more WHERE more
    MATCH p = allShortestPaths((a)-[:MEMBER_OF|JOINED|SUPPORTS*0..6]-(b))
    WHERE (all(n IN nodes(p) WHERE n = a OR n = b OR (((NOT n:Network|Partner OR (n.founded_first IS NULL OR n.founded_first <= $p1) AND (n.dissolved_last IS NULL OR n.dissolved_last >= $p0))) AND ((NOT n:Programme OR (n.start_first IS NULL OR n.start_first <= $p1) AND (n.end_last IS NULL OR n.end_last >= $p0))) AND (NOT (n:Network AND n.slug IN $p5.Network))))) AND (all(r IN relationships(p) WHERE (r.since_first IS NULL OR r.since_first <= $p1) AND (r.until_last IS NULL OR r.until_last >= $p0))) AND none(n IN nodes(p) WHERE n IN used) AND none(r IN relationships(p) WHERE r IN tied)
    WITH p LIMIT 100
    WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p6 + 1
    WITH ns ORDER BY size(ns), reduce(s = 0, n IN ns[1..-1] | s + COUNT { (n)--() }),
      [n IN ns | n.slug], [n IN ns | labels(n)]
    LIMIT 1
    RETURN collect(ns) AS next
  }
  WITH a, b, found + next AS found, used + coalesce(next[0][1..-1], []) AS used,
    tied + CASE WHEN size(next[0]) = 2 THEN COLLECT { MATCH (a)-[e]-(b) RETURN e } ELSE [] END AS tied,
    coalesce(size(next[0]) > 1, false) AND size(found) + 1 < $p4 AS more
  CALL (a, b, used, tied, more) {
    WITH a, b, used, tied, more WHERE more
    MATCH p = allShortestPaths((a)-[:MEMBER_OF|JOINED|SUPPORTS*0..6]-(b))
    WHERE (all(n IN nodes(p) WHERE n = a OR n = b OR (((NOT n:Network|Partner OR (n.founded_first IS NULL OR n.founded_first <= $p1) AND (n.dissolved_last IS NULL OR n.dissolved_last >= $p0))) AND ((NOT n:Programme OR (n.start_first IS NULL OR n.start_first <= $p1) AND (n.end_last IS NULL OR n.end_last >= $p0))) AND (NOT (n:Network AND n.slug IN $p5.Network))))) AND (all(r IN relationships(p) WHERE (r.since_first IS NULL OR r.since_first <= $p1) AND (r.until_last IS NULL OR r.until_last >= $p0))) AND none(n IN nodes(p) WHERE n IN used) AND none(r IN relationships(p) WHERE r IN tied)
    WITH p LIMIT 100
    WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p6 + 1
    WITH ns ORDER BY size(ns), reduce(s = 0, n IN ns[1..-1] | s + COUNT { (n)--() }),
      [n IN ns | n.slug], [n IN ns | labels(n)]
    LIMIT 1
    RETURN collect(ns) AS next
  }
  WITH a, b, found + next AS found, used + coalesce(next[0][1..-1], []) AS used,
    tied + CASE WHEN size(next[0]) = 2 THEN COLLECT { MATCH (a)-[e]-(b) RETURN e } ELSE [] END AS tied,
    coalesce(size(next[0]) > 1, false) AND size(found) + 1 < $p4 AS more
  CALL (a, b, used, tied, more) {
    WITH a, b, used, tied, more WHERE more
    MATCH p = allShortestPaths((a)-[:MEMBER_OF|JOINED|SUPPORTS*0..6]-(b))
    WHERE (all(n IN nodes(p) WHERE n = a OR n = b OR (((NOT n:Network|Partner OR (n.founded_first IS NULL OR n.founded_first <= $p1) AND (n.dissolved_last IS NULL OR n.dissolved_last >= $p0))) AND ((NOT n:Programme OR (n.start_first IS NULL OR n.start_first <= $p1) AND (n.end_last IS NULL OR n.end_last >= $p0))) AND (NOT (n:Network AND n.slug IN $p5.Network))))) AND (all(r IN relationships(p) WHERE (r.since_first IS NULL OR r.since_first <= $p1) AND (r.until_last IS NULL OR r.until_last >= $p0))) AND none(n IN nodes(p) WHERE n IN used) AND none(r IN relationships(p) WHERE r IN tied)
    WITH p LIMIT 100
    WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p6 + 1
    WITH ns ORDER BY size(ns), reduce(s = 0, n IN ns[1..-1] | s + COUNT { (n)--() }),
      [n IN ns | n.slug], [n IN ns | labels(n)]
    LIMIT 1
    RETURN collect(ns) AS next
  }
  WITH a, b, found + next AS found, used + coalesce(next[0][1..-1], []) AS used,
    tied + CASE WHEN size(next[0]) = 2 THEN COLLECT { MATCH (a)-[e]-(b) RETURN e } ELSE [] END AS tied,
    coalesce(size(next[0]) > 1, false) AND size(found) + 1 < $p4 AS more
  CALL (a, b, used, tied, more) {
    WITH a, b, used, tied, more WHERE more
    MATCH p = allShortestPaths((a)-[:MEMBER_OF|JOINED|SUPPORTS*0..6]-(b))
    WHERE (all(n IN nodes(p) WHERE n = a OR n = b OR (((NOT n:Network|Partner OR (n.founded_first IS NULL OR n.founded_first <= $p1) AND (n.dissolved_last IS NULL OR n.dissolved_last >= $p0))) AND ((NOT n:Programme OR (n.start_first IS NULL OR n.start_first <= $p1) AND (n.end_last IS NULL OR n.end_last >= $p0))) AND (NOT (n:Network AND n.slug IN $p5.Network))))) AND (all(r IN relationships(p) WHERE (r.since_first IS NULL OR r.since_first <= $p1) AND (r.until_last IS NULL OR r.until_last >= $p0))) AND none(n IN nodes(p) WHERE n IN used) AND none(r IN relationships(p) WHERE r IN tied)
    WITH p LIMIT 100
    WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p6 + 1
    WITH ns ORDER BY size(ns), reduce(s = 0, n IN ns[1..-1] | s + COUNT { (n)--() }),
      [n IN ns | n.slug], [n IN ns | labels(n)]
    LIMIT 1
    RETURN collect(ns) AS next
  }
  WITH a, b, found + next AS found, used + coalesce(next[0][1..-1], []) AS used,
    tied + CASE WHEN size(next[0]) = 2 THEN COLLECT { MATCH (a)-[e]-(b) RETURN e } ELSE [] END AS tied,
    coalesce(size(next[0]) > 1, false) AND size(found) + 1 < $p4 AS more
  CALL (a, b, used, tied, more) {
    WITH a, b, used, tied, more WHERE more
    MATCH p = allShortestPaths((a)-[:MEMBER_OF|JOINED|SUPPORTS*0..6]-(b))
    WHERE (all(n IN nodes(p) WHERE n = a OR n = b OR (((NOT n:Network|Partner OR (n.founded_first IS NULL OR n.founded_first <= $p1) AND (n.dissolved_last IS NULL OR n.dissolved_last >= $p0))) AND ((NOT n:Programme OR (n.start_first IS NULL OR n.start_first <= $p1) AND (n.end_last IS NULL OR n.end_last >= $p0))) AND (NOT (n:Network AND n.slug IN $p5.Network))))) AND (all(r IN relationships(p) WHERE (r.since_first IS NULL OR r.since_first <= $p1) AND (r.until_last IS NULL OR r.until_last >= $p0))) AND none(n IN nodes(p) WHERE n IN used) AND none(r IN relationships(p) WHERE r IN tied)
    WITH p LIMIT 100
    WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p6 + 1
    WITH ns ORDER BY size(ns), reduce(s = 0, n IN ns[1..-1] | s + COUNT { (n)--() }),
      [n IN ns | n.slug], [n IN ns | labels(n)]
    LIMIT 1
    RETURN collect(ns) AS next
  }
  WITH a, b, found + next AS found, used + coalesce(next[0][1..-1], []) AS used,
    tied + CASE WHEN size(next[0]) = 2 THEN COLLECT { MATCH (a)-[e]-(b) RETURN e } ELSE [] END AS tied,
    coalesce(size(next[0]) > 1, false) AND size(found) + 1 < $p4 AS more
  UNWIND found AS ns
  RETURN collect([COLLECT {
    UNWIND ns AS n2
    RETURN [CASE WHEN n2:District THEN 'District' WHEN n2:Instrument THEN 'Instrument' WHEN n2:Municipality THEN 'Municipality' WHEN n2:Network THEN 'Network' WHEN n2:Partner THEN 'Partner' WHEN n2:Programme THEN 'Programme' ELSE 'State' END, coalesce(n2.name_en, n2.name), coalesce(n2.title_en, n2.title), n2.name]
  }, COLLECT {
    UNWIND range(0, size(ns) - 2) AS i5
    RETURN [COLLECT {
      WITH ns[i5] AS x, ns[i5 + 1] AS y
      MATCH (x)-[e6:MEMBER_OF|JOINED|SUPPORTS]-(y)
      WHERE (e6.since_first IS NULL OR e6.since_first <= $p1) AND (e6.until_last IS NULL OR e6.until_last >= $p0)
      WITH e6, startNode(e6) AS n7, endNode(e6) AS n8
      ORDER BY type(e6), e6._key, e6.since_first
      RETURN [CASE WHEN n7:District|Municipality|State THEN n7.name WHEN n7:Network THEN coalesce(n7.title_en, n7.title) ELSE coalesce(n7.name_en, n7.name) END, coalesce(n8.title_en, n8.title), n8:Instrument|Programme, e6.role, type(e6)]
    }]
  }]) AS r1s
}
RETURN r1s

// $p0 = "2013-01-01"
// $p1 = "2013-12-31"
// $p2 = {"District":["auental"]}
// $p3 = {"Partner":["stiftung-mitte"]}
// $p4 = 3
// $p5 = {"Network":["arbeitskreis"]}
// $p6 = 5
// $l0 = 3
// $l1 = 5
