CALL () {
  MATCH (n18:Programme)
  MATCH (n18)<-[e20:JOINED]-(n19:LocalAuthority)
  WHERE n19:District AND n19.name CONTAINS $p7
  WITH DISTINCT n18
  RETURN collect(n18) AS those21
}
CALL (those21) {
  UNWIND those21 AS n16
  MATCH (n15:LocalAuthority)
  MATCH (n15)-[e17:JOINED]->(n16)
  WITH DISTINCT n15
  RETURN collect(n15) AS those22
}
CALL (*) {
  MATCH (c:Programme {slug: $p1.Programme[0]})
  WITH [c] AS ns, [c] AS l0
  CALL (ns, l0) {
    UNWIND l0 AS x
    MATCH (x)-[e:JOINED|PART_OF]-(y)
    WHERE y:Programme AND y.start_first >= $p0 AND NOT y IN ns
    WITH DISTINCT x, type(e) AS relation, startNode(e) = x AS out, y
    WITH x, relation, out, y, COUNT { MATCH (y)-[o:JOINED|PART_OF]-(z) WHERE z = ns[0] OR z:Programme AND z.start_first >= $p0 } AS size ORDER BY size DESC, y.slug, labels(y)
    WITH x, relation, out, collect([y, size])[..$p3] AS kept
    UNWIND kept AS pair
    WITH DISTINCT pair[0] AS y, pair[1] AS size ORDER BY size DESC, y.slug, labels(y)
    LIMIT $l0
    RETURN collect(y) AS near
  }
  WITH ns, l0, near[..$l0 - size(ns)] AS l1
  WITH ns + l1 AS ns, l0, l1
  CALL (ns, l1) {
    UNWIND l1 AS x
    MATCH (x)-[e:JOINED|PART_OF]-(y)
    WHERE $p2 >= 2 AND y:Programme AND y.start_first >= $p0 AND NOT y IN ns
    WITH DISTINCT x, type(e) AS relation, startNode(e) = x AS out, y
    WITH x, relation, out, y, COUNT { MATCH (y)-[o:JOINED|PART_OF]-(z) WHERE z = ns[0] OR z:Programme AND z.start_first >= $p0 } AS size ORDER BY size DESC, y.slug, labels(y)
    WITH x, relation, out, collect([y, size])[..$p3] AS kept
    UNWIND kept AS pair
    WITH DISTINCT pair[0] AS y, pair[1] AS size ORDER BY size DESC, y.slug, labels(y)
    LIMIT $l0
    RETURN collect(y) AS near
  }
  WITH ns, l0, l1, near[..$l0 - size(ns)] AS l2
  WITH ns + l2 AS ns, l0, l1, l2
  CALL (ns, l2) {
    UNWIND l2 AS x
    MATCH (x)-[e:JOINED|PART_OF]-(y)
    WHERE $p2 >= 3 AND y:Programme AND y.start_first >= $p0 AND NOT y IN ns
    WITH DISTINCT x, type(e) AS relation, startNode(e) = x AS out, y
    WITH x, relation, out, y, COUNT { MATCH (y)-[o:JOINED|PART_OF]-(z) WHERE z = ns[0] OR z:Programme AND z.start_first >= $p0 } AS size ORDER BY size DESC, y.slug, labels(y)
    WITH x, relation, out, collect([y, size])[..$p3] AS kept
    UNWIND kept AS pair
    WITH DISTINCT pair[0] AS y, pair[1] AS size ORDER BY size DESC, y.slug, labels(y)
    LIMIT $l0
    RETURN collect(y) AS near
  }
  WITH ns, l0, l1, l2, near[..$l0 - size(ns)] AS l3
  WITH ns + l3 AS ns, l0, l1, l2, l3
  RETURN collect([COLLECT {
    UNWIND range(0, size(ns) - 1) AS i
    WITH i, ns[i] AS x
    MATCH (x)-[e:JOINED|PART_OF]->(y)
    WHERE y IN ns
    WITH i, head([at IN range(0, size(ns) - 1) WHERE ns[at] = y]) AS j, e, x, y ORDER BY i, j, type(e), e._key, e.since_first
    RETURN [i, j, type(e)]
  }, COLLECT {
    UNWIND range(0, size(ns) - 1) AS i
    WITH i, l0, l1, l2, l3, ns, ns[i] AS n2
    RETURN [i, CASE WHEN i < size(l0) THEN 0 WHEN i < size(l0 + l1) THEN 1 WHEN i < size(l0 + l1 + l2) THEN 2 ELSE 3 END, COUNT { MATCH (n2)-[o:JOINED|PART_OF]-(z) WHERE z = ns[0] OR z:Programme AND z.start_first >= $p0 }, n2.title, [COUNT { MATCH (n2)-[o:JOINED]-(z) WHERE z = ns[0] OR z:Programme AND z.start_first >= $p0 }, COUNT { MATCH (n2)-[o:PART_OF]-(z) WHERE z = ns[0] OR z:Programme AND z.start_first >= $p0 }]]
  }]) AS r1s
}
CALL (*) {
  MATCH (c:Programme {slug: $p1.Programme[0]})
  WITH [c] AS ns, [c] AS l0
  CALL (ns, l0) {
    UNWIND l0 AS x
    MATCH (x)-[e:JOINED]-(y)
    WHERE ((e.since_first IS NULL OR e.since_first <= $p5) AND (e.until_last IS NULL OR e.until_last >= $p4)) AND ((NOT y:Programme OR (y.start_first IS NULL OR y.start_first <= $p5) AND (y.end_last IS NULL OR y.end_last >= $p4))) AND y:LocalAuthority AND NOT y IN ns
    WITH DISTINCT x, type(e) AS relation, startNode(e) = x AS out, y
    WITH x, relation, out, y, COUNT { MATCH (y)-[o:JOINED]-(z) WHERE ((o.since_first IS NULL OR o.since_first <= $p5) AND (o.until_last IS NULL OR o.until_last >= $p4)) AND ((NOT z:Programme OR (z.start_first IS NULL OR z.start_first <= $p5) AND (z.end_last IS NULL OR z.end_last >= $p4))) AND (z = ns[0] OR z:LocalAuthority) } AS size ORDER BY size DESC, y.slug, labels(y)
    WITH x, relation, out, collect([y, size])[..$p3] AS kept
    UNWIND kept AS pair
    WITH DISTINCT pair[0] AS y, pair[1] AS size ORDER BY size DESC, y.slug, labels(y)
    LIMIT $l1
    RETURN collect(y) AS near
  }
  WITH ns, l0, near[..$l1 - size(ns)] AS l1
  WITH ns + l1 AS ns, l0, l1
  RETURN collect([COLLECT {
    UNWIND range(0, size(ns) - 1) AS i
    WITH i, ns[i] AS x
    MATCH (x)-[e:JOINED]->(y)
    WHERE y IN ns AND ((e.since_first IS NULL OR e.since_first <= $p5) AND (e.until_last IS NULL OR e.until_last >= $p4))
    WITH i, head([at IN range(0, size(ns) - 1) WHERE ns[at] = y]) AS j, e, x, y ORDER BY i, j, type(e), e._key, e.since_first
    RETURN [i, j, type(e)]
  }, COLLECT {
    UNWIND range(0, size(ns) - 1) AS i
    WITH i, ns, ns[i] AS n8
    RETURN [i, CASE WHEN n8:District THEN 'District' WHEN n8:Municipality THEN 'Municipality' ELSE 'Programme' END, [COUNT { MATCH (n8)-[o:JOINED]-(z) WHERE ((o.since_first IS NULL OR o.since_first <= $p5) AND (o.until_last IS NULL OR o.until_last >= $p4)) AND ((NOT z:Programme OR (z.start_first IS NULL OR z.start_first <= $p5) AND (z.end_last IS NULL OR z.end_last >= $p4))) AND (z = ns[0] OR z:LocalAuthority) }]]
  }]) AS r7s
}
CALL (*) {
  MATCH (c:Programme {slug: $p1.Programme[0]})
  WITH [c] AS ns, [c] AS l0
  CALL (ns, l0, those21, those22) {
    UNWIND l0 AS x
    MATCH (x)-[e:JOINED]-(y)
    WHERE y:LocalAuthority AND y IN those22 AND NOT y IN ns
    WITH DISTINCT x, type(e) AS relation, startNode(e) = x AS out, y
    WITH x, relation, out, y, COUNT { MATCH (y)-[o:JOINED]-(z) WHERE z = ns[0] OR z:LocalAuthority AND z IN those22 } AS size ORDER BY size DESC, y.slug, labels(y)
    WITH x, relation, out, collect([y, size])[..$p8] AS kept
    UNWIND kept AS pair
    WITH DISTINCT pair[0] AS y, pair[1] AS size ORDER BY size DESC, y.slug, labels(y)
    LIMIT $l2
    RETURN collect(y) AS near
  }
  WITH ns, l0, near[..$l2 - size(ns)] AS l1
  WITH ns + l1 AS ns, l0, l1
  RETURN collect([COLLECT {
    UNWIND range(0, size(ns) - 1) AS i
    WITH i, ns, ns[i] AS n13
    RETURN [i, COUNT { MATCH (n13)-[o:JOINED]-(z) WHERE z = ns[0] OR z:LocalAuthority AND z IN those22 }, CASE WHEN n13:District THEN 'District' WHEN n13:Municipality THEN 'Municipality' ELSE 'Programme' END, n13.title, n13.name]
  }]) AS r12s
}
RETURN head(r1s),
       head(r7s),
       head(r12s)

// $p0 = "2010-01-01"
// $p1 = {"Programme":["starke-orte"]}
// $p2 = 2
// $p3 = 2
// $p4 = "2016-01-01"
// $p5 = "2016-12-31"
// $p6 = 1
// $p7 = "e"
// $p8 = 10
// $l0 = 101
// $l1 = 101
// $l2 = 101
