CALL (*) {
  MATCH (c:Network {slug: $p2.Network[0]})
  WITH [c] AS ns, [c] AS l0
  CALL (ns, l0) {
    UNWIND l0 AS x
    MATCH (x)-[e:MEMBER_OF|JOINED|PART_OF]-(y)
    WHERE ((e.since_first IS NULL OR e.since_first <= $p1) AND (e.until_last IS NULL OR e.until_last >= $p0)) AND ((NOT y:Event OR (y.date_first IS NULL OR y.date_first <= $p1) AND (coalesce(y.endDate_last, y.date_last) IS NULL OR coalesce(y.endDate_last, y.date_last) >= $p0))) AND ((NOT y:Network|Partner OR (y.founded_first IS NULL OR y.founded_first <= $p1) AND (y.dissolved_last IS NULL OR y.dissolved_last >= $p0))) AND ((NOT y:Phase|Programme OR (y.start_first IS NULL OR y.start_first <= $p1) AND (y.end_last IS NULL OR y.end_last >= $p0))) AND NOT y IN ns
    WITH DISTINCT x, type(e) AS relation, startNode(e) = x AS out, y
    WITH x, relation, out, y, COUNT { MATCH (y)-[o:MEMBER_OF|JOINED|PART_OF]-(z) WHERE ((o.since_first IS NULL OR o.since_first <= $p1) AND (o.until_last IS NULL OR o.until_last >= $p0)) AND ((NOT z:Event OR (z.date_first IS NULL OR z.date_first <= $p1) AND (coalesce(z.endDate_last, z.date_last) IS NULL OR coalesce(z.endDate_last, z.date_last) >= $p0))) AND ((NOT z:Network|Partner OR (z.founded_first IS NULL OR z.founded_first <= $p1) AND (z.dissolved_last IS NULL OR z.dissolved_last >= $p0))) AND ((NOT z:Phase|Programme OR (z.start_first IS NULL OR z.start_first <= $p1) AND (z.end_last IS NULL OR z.end_last >= $p0))) } AS size ORDER BY size DESC, y.slug, labels(y)
    WITH x, relation, out, collect([y, size])[..$p4] AS kept
    UNWIND kept AS pair
    WITH DISTINCT pair[0] AS y, pair[1] AS size ORDER BY size DESC, y.slug, labels(y)
    LIMIT $l0
    RETURN collect(y) AS near
  }
  WITH ns, l0, near[..$l0 - size(ns)] AS l1
  WITH ns + l1 AS ns, l0, l1
  CALL (ns, l1) {
    UNWIND l1 AS x
    MATCH (x)-[e:MEMBER_OF|JOINED|PART_OF]-(y)
    WHERE $p3 >= 2 AND ((e.since_first IS NULL OR e.since_first <= $p1) AND (e.until_last IS NULL OR e.until_last >= $p0)) AND ((NOT y:Event OR (y.date_first IS NULL OR y.date_first <= $p1) AND (coalesce(y.endDate_last, y.date_last) IS NULL OR coalesce(y.endDate_last, y.date_last) >= $p0))) AND ((NOT y:Network|Partner OR (y.founded_first IS NULL OR y.founded_first <= $p1) AND (y.dissolved_last IS NULL OR y.dissolved_last >= $p0))) AND ((NOT y:Phase|Programme OR (y.start_first IS NULL OR y.start_first <= $p1) AND (y.end_last IS NULL OR y.end_last >= $p0))) AND NOT y IN ns
    WITH DISTINCT x, type(e) AS relation, startNode(e) = x AS out, y
    WITH x, relation, out, y, COUNT { MATCH (y)-[o:MEMBER_OF|JOINED|PART_OF]-(z) WHERE ((o.since_first IS NULL OR o.since_first <= $p1) AND (o.until_last IS NULL OR o.until_last >= $p0)) AND ((NOT z:Event OR (z.date_first IS NULL OR z.date_first <= $p1) AND (coalesce(z.endDate_last, z.date_last) IS NULL OR coalesce(z.endDate_last, z.date_last) >= $p0))) AND ((NOT z:Network|Partner OR (z.founded_first IS NULL OR z.founded_first <= $p1) AND (z.dissolved_last IS NULL OR z.dissolved_last >= $p0))) AND ((NOT z:Phase|Programme OR (z.start_first IS NULL OR z.start_first <= $p1) AND (z.end_last IS NULL OR z.end_last >= $p0))) } AS size ORDER BY size DESC, y.slug, labels(y)
    WITH x, relation, out, collect([y, size])[..$p4] AS kept
    UNWIND kept AS pair
    WITH DISTINCT pair[0] AS y, pair[1] AS size ORDER BY size DESC, y.slug, labels(y)
    LIMIT $l0
    RETURN collect(y) AS near
  }
  WITH ns, l0, l1, near[..$l0 - size(ns)] AS l2
  WITH ns + l2 AS ns, l0, l1, l2
  CALL (ns, l2) {
    UNWIND l2 AS x
    MATCH (x)-[e:MEMBER_OF|JOINED|PART_OF]-(y)
    WHERE $p3 >= 3 AND ((e.since_first IS NULL OR e.since_first <= $p1) AND (e.until_last IS NULL OR e.until_last >= $p0)) AND ((NOT y:Event OR (y.date_first IS NULL OR y.date_first <= $p1) AND (coalesce(y.endDate_last, y.date_last) IS NULL OR coalesce(y.endDate_last, y.date_last) >= $p0))) AND ((NOT y:Network|Partner OR (y.founded_first IS NULL OR y.founded_first <= $p1) AND (y.dissolved_last IS NULL OR y.dissolved_last >= $p0))) AND ((NOT y:Phase|Programme OR (y.start_first IS NULL OR y.start_first <= $p1) AND (y.end_last IS NULL OR y.end_last >= $p0))) AND NOT y IN ns
    WITH DISTINCT x, type(e) AS relation, startNode(e) = x AS out, y
    WITH x, relation, out, y, COUNT { MATCH (y)-[o:MEMBER_OF|JOINED|PART_OF]-(z) WHERE ((o.since_first IS NULL OR o.since_first <= $p1) AND (o.until_last IS NULL OR o.until_last >= $p0)) AND ((NOT z:Event OR (z.date_first IS NULL OR z.date_first <= $p1) AND (coalesce(z.endDate_last, z.date_last) IS NULL OR coalesce(z.endDate_last, z.date_last) >= $p0))) AND ((NOT z:Network|Partner OR (z.founded_first IS NULL OR z.founded_first <= $p1) AND (z.dissolved_last IS NULL OR z.dissolved_last >= $p0))) AND ((NOT z:Phase|Programme OR (z.start_first IS NULL OR z.start_first <= $p1) AND (z.end_last IS NULL OR z.end_last >= $p0))) } AS size ORDER BY size DESC, y.slug, labels(y)
    WITH x, relation, out, collect([y, size])[..$p4] AS kept
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
    MATCH (x)-[e:MEMBER_OF|JOINED|PART_OF]->(y)
    WHERE y IN ns AND ((e.since_first IS NULL OR e.since_first <= $p1) AND (e.until_last IS NULL OR e.until_last >= $p0))
    WITH i, head([at IN range(0, size(ns) - 1) WHERE ns[at] = y]) AS j, e, x, y ORDER BY i, j, type(e), e._key, e.since_first
    RETURN [i, j, type(e)]
  }, COLLECT {
    UNWIND range(0, size(ns) - 1) AS i
    WITH i, l0, l1, l2, l3, ns[i] AS n2
    RETURN [i, CASE WHEN i < size(l0) THEN 0 WHEN i < size(l0 + l1) THEN 1 WHEN i < size(l0 + l1 + l2) THEN 2 ELSE 3 END, COUNT { MATCH (n2)-[o:MEMBER_OF|JOINED|PART_OF]-(z) WHERE ((o.since_first IS NULL OR o.since_first <= $p1) AND (o.until_last IS NULL OR o.until_last >= $p0)) AND ((NOT z:Event OR (z.date_first IS NULL OR z.date_first <= $p1) AND (coalesce(z.endDate_last, z.date_last) IS NULL OR coalesce(z.endDate_last, z.date_last) >= $p0))) AND ((NOT z:Network|Partner OR (z.founded_first IS NULL OR z.founded_first <= $p1) AND (z.dissolved_last IS NULL OR z.dissolved_last >= $p0))) AND ((NOT z:Phase|Programme OR (z.start_first IS NULL OR z.start_first <= $p1) AND (z.end_last IS NULL OR z.end_last >= $p0))) }, CASE WHEN n2:District THEN 'District' WHEN n2:Event THEN 'Event' WHEN n2:Instrument THEN 'Instrument' WHEN n2:Municipality THEN 'Municipality' WHEN n2:Network THEN 'Network' WHEN n2:Partner THEN 'Partner' WHEN n2:Phase THEN 'Phase' WHEN n2:Programme THEN 'Programme' WHEN n2:Publication THEN 'Publication' ELSE 'Session' END, n2.title, n2.name, [COUNT { MATCH (n2)-[o:MEMBER_OF]-(z) WHERE ((o.since_first IS NULL OR o.since_first <= $p1) AND (o.until_last IS NULL OR o.until_last >= $p0)) AND ((NOT z:Event OR (z.date_first IS NULL OR z.date_first <= $p1) AND (coalesce(z.endDate_last, z.date_last) IS NULL OR coalesce(z.endDate_last, z.date_last) >= $p0))) AND ((NOT z:Network|Partner OR (z.founded_first IS NULL OR z.founded_first <= $p1) AND (z.dissolved_last IS NULL OR z.dissolved_last >= $p0))) AND ((NOT z:Phase|Programme OR (z.start_first IS NULL OR z.start_first <= $p1) AND (z.end_last IS NULL OR z.end_last >= $p0))) }, COUNT { MATCH (n2)-[o:JOINED]-(z) WHERE ((o.since_first IS NULL OR o.since_first <= $p1) AND (o.until_last IS NULL OR o.until_last >= $p0)) AND ((NOT z:Event OR (z.date_first IS NULL OR z.date_first <= $p1) AND (coalesce(z.endDate_last, z.date_last) IS NULL OR coalesce(z.endDate_last, z.date_last) >= $p0))) AND ((NOT z:Network|Partner OR (z.founded_first IS NULL OR z.founded_first <= $p1) AND (z.dissolved_last IS NULL OR z.dissolved_last >= $p0))) AND ((NOT z:Phase|Programme OR (z.start_first IS NULL OR z.start_first <= $p1) AND (z.end_last IS NULL OR z.end_last >= $p0))) }, COUNT { MATCH (n2)-[o:PART_OF]-(z) WHERE ((o.since_first IS NULL OR o.since_first <= $p1) AND (o.until_last IS NULL OR o.until_last >= $p0)) AND ((NOT z:Event OR (z.date_first IS NULL OR z.date_first <= $p1) AND (coalesce(z.endDate_last, z.date_last) IS NULL OR coalesce(z.endDate_last, z.date_last) >= $p0))) AND ((NOT z:Network|Partner OR (z.founded_first IS NULL OR z.founded_first <= $p1) AND (z.dissolved_last IS NULL OR z.dissolved_last >= $p0))) AND ((NOT z:Phase|Programme OR (z.start_first IS NULL OR z.start_first <= $p1) AND (z.end_last IS NULL OR z.end_last >= $p0))) }]]
  }, COLLECT {
    UNWIND range(0, size(ns) - 1) AS i
    WITH i, ns[i] AS x
    MATCH (x)-[e:MEMBER_OF|JOINED|PART_OF]->(y)
    WHERE y IN ns AND ((e.since_first IS NULL OR e.since_first <= $p1) AND (e.until_last IS NULL OR e.until_last >= $p0))
    WITH i, head([at IN range(0, size(ns) - 1) WHERE ns[at] = y]) AS j, e, x, y ORDER BY i, j, type(e), e._key, e.since_first
    RETURN [i, j, type(e), e.since]
  }]) AS r1s
}
RETURN head(r1s)

// $p0 = "2012-01-01"
// $p1 = "2014-12-31"
// $p2 = {"Network":["buendnis"]}
// $p3 = 2
// $p4 = 10
// $l0 = 7
