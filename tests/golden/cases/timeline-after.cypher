CALL (*) {
  MATCH (c:Programme {slug: $p2.Programme[0]})
  CALL (c) {
    WITH c AS n, null AS e WHERE n.start IS NOT NULL OR n.end IS NOT NULL
    RETURN n, e, 0 AS k, 0 AS j, n.start AS date, n.end AS till, coalesce(n.start_first, n.end_first) AS f, coalesce(n.end_last, n.start_last) AS l
    UNION ALL
    MATCH (c)-[e:JOINED|PART_OF]-(n) WHERE (e.since IS NOT NULL OR e.until IS NOT NULL) AND ((e.since_first IS NULL OR e.since_first <= $p1) AND (e.until_last IS NULL OR e.until_last >= $p0)) AND ((NOT n:Event OR (n.date_first IS NULL OR n.date_first <= $p1) AND (coalesce(n.endDate_last, n.date_last) IS NULL OR coalesce(n.endDate_last, n.date_last) >= $p0))) AND ((NOT n:Network OR (n.founded_first IS NULL OR n.founded_first <= $p1) AND (n.dissolved_last IS NULL OR n.dissolved_last >= $p0))) AND ((NOT n:Phase|Programme OR (n.start_first IS NULL OR n.start_first <= $p1) AND (n.end_last IS NULL OR n.end_last >= $p0)))
    RETURN n, e, 1 AS k, 1 AS j, e.since AS date, e.until AS till, coalesce(e.since_first, e.until_first) AS f, coalesce(e.until_last, e.since_last) AS l
    UNION ALL
    MATCH (c)-[e:JOINED|PART_OF]-(n:Event) WHERE (n.date IS NOT NULL OR n.endDate IS NOT NULL) AND ((e.since_first IS NULL OR e.since_first <= $p1) AND (e.until_last IS NULL OR e.until_last >= $p0)) AND ((NOT n:Event OR (n.date_first IS NULL OR n.date_first <= $p1) AND (coalesce(n.endDate_last, n.date_last) IS NULL OR coalesce(n.endDate_last, n.date_last) >= $p0))) AND ((NOT n:Network OR (n.founded_first IS NULL OR n.founded_first <= $p1) AND (n.dissolved_last IS NULL OR n.dissolved_last >= $p0))) AND ((NOT n:Phase|Programme OR (n.start_first IS NULL OR n.start_first <= $p1) AND (n.end_last IS NULL OR n.end_last >= $p0)))
    WITH n, e ORDER BY type(e), coalesce(e._key, ''), startNode(e) = n WITH n, collect(e)[0] AS e
    RETURN n, e, 2 AS k, 2 AS j, n.date AS date, n.endDate AS till, coalesce(n.date_first, n.endDate_first) AS f, coalesce(n.endDate_last, n.date_last) AS l
    UNION ALL
    MATCH (c)-[e:JOINED|PART_OF]-(n:Network) WHERE (n.founded IS NOT NULL OR n.dissolved IS NOT NULL) AND ((e.since_first IS NULL OR e.since_first <= $p1) AND (e.until_last IS NULL OR e.until_last >= $p0)) AND ((NOT n:Event OR (n.date_first IS NULL OR n.date_first <= $p1) AND (coalesce(n.endDate_last, n.date_last) IS NULL OR coalesce(n.endDate_last, n.date_last) >= $p0))) AND ((NOT n:Network OR (n.founded_first IS NULL OR n.founded_first <= $p1) AND (n.dissolved_last IS NULL OR n.dissolved_last >= $p0))) AND ((NOT n:Phase|Programme OR (n.start_first IS NULL OR n.start_first <= $p1) AND (n.end_last IS NULL OR n.end_last >= $p0)))
    WITH n, e ORDER BY type(e), coalesce(e._key, ''), startNode(e) = n WITH n, collect(e)[0] AS e
    RETURN n, e, 2 AS k, 3 AS j, n.founded AS date, n.dissolved AS till, coalesce(n.founded_first, n.dissolved_first) AS f, coalesce(n.dissolved_last, n.founded_last) AS l
    UNION ALL
    MATCH (c)-[e:JOINED|PART_OF]-(n:Phase|Programme) WHERE (n.start IS NOT NULL OR n.end IS NOT NULL) AND ((e.since_first IS NULL OR e.since_first <= $p1) AND (e.until_last IS NULL OR e.until_last >= $p0)) AND ((NOT n:Event OR (n.date_first IS NULL OR n.date_first <= $p1) AND (coalesce(n.endDate_last, n.date_last) IS NULL OR coalesce(n.endDate_last, n.date_last) >= $p0))) AND ((NOT n:Network OR (n.founded_first IS NULL OR n.founded_first <= $p1) AND (n.dissolved_last IS NULL OR n.dissolved_last >= $p0))) AND ((NOT n:Phase|Programme OR (n.start_first IS NULL OR n.start_first <= $p1) AND (n.end_last IS NULL OR n.end_last >= $p0)))
    WITH n, e ORDER BY type(e), coalesce(e._key, ''), startNode(e) = n WITH n, collect(e)[0] AS e
    RETURN n, e, 2 AS k, 4 AS j, n.start AS date, n.end AS till, coalesce(n.start_first, n.end_first) AS f, coalesce(n.end_last, n.start_last) AS l
    UNION ALL
    MATCH (c)-[e:JOINED|PART_OF]-(n:Publication) WHERE n.published IS NOT NULL AND ((e.since_first IS NULL OR e.since_first <= $p1) AND (e.until_last IS NULL OR e.until_last >= $p0)) AND ((NOT n:Event OR (n.date_first IS NULL OR n.date_first <= $p1) AND (coalesce(n.endDate_last, n.date_last) IS NULL OR coalesce(n.endDate_last, n.date_last) >= $p0))) AND ((NOT n:Network OR (n.founded_first IS NULL OR n.founded_first <= $p1) AND (n.dissolved_last IS NULL OR n.dissolved_last >= $p0))) AND ((NOT n:Phase|Programme OR (n.start_first IS NULL OR n.start_first <= $p1) AND (n.end_last IS NULL OR n.end_last >= $p0)))
    WITH n, e ORDER BY type(e), coalesce(e._key, ''), startNode(e) = n WITH n, collect(e)[0] AS e
    RETURN n, e, 2 AS k, 5 AS j, n.published AS date, null AS till, n.published_first AS f, n.published_last AS l
  }
  WITH c, n, e, k, j, date, till, f, l WHERE f >= $c0_0 AND (f > $c0_0 OR (l > $c0_1 OR (l = $c0_1 AND (k > $c0_2 OR (k = $c0_2 AND (j > $c0_3 OR (j = $c0_3 AND (CASE WHEN n:District THEN 'District' WHEN n:Event THEN 'Event' WHEN n:Instrument THEN 'Instrument' WHEN n:Municipality THEN 'Municipality' WHEN n:Network THEN 'Network' WHEN n:Phase THEN 'Phase' WHEN n:Programme THEN 'Programme' WHEN n:Publication THEN 'Publication' WHEN n:Session THEN 'Session' END > $c0_4 OR (CASE WHEN n:District THEN 'District' WHEN n:Event THEN 'Event' WHEN n:Instrument THEN 'Instrument' WHEN n:Municipality THEN 'Municipality' WHEN n:Network THEN 'Network' WHEN n:Phase THEN 'Phase' WHEN n:Programme THEN 'Programme' WHEN n:Publication THEN 'Publication' WHEN n:Session THEN 'Session' END = $c0_4 AND (n.slug > $c0_5 OR (n.slug = $c0_5 AND (coalesce(type(e), '') > $c0_6 OR (coalesce(type(e), '') = $c0_6 AND (coalesce(e._key, '') > $c0_7 OR (coalesce(e._key, '') = $c0_7 AND coalesce(startNode(e) = c, false) > $c0_8)))))))))))))))
  ORDER BY f, l, k, j, CASE WHEN n:District THEN 'District' WHEN n:Event THEN 'Event' WHEN n:Instrument THEN 'Instrument' WHEN n:Municipality THEN 'Municipality' WHEN n:Network THEN 'Network' WHEN n:Phase THEN 'Phase' WHEN n:Programme THEN 'Programme' WHEN n:Publication THEN 'Publication' WHEN n:Session THEN 'Session' END, n.slug, coalesce(type(e), ''), coalesce(e._key, ''), coalesce(startNode(e) = c, false) LIMIT $l0
  WITH c, n, e, k, j, date, till, f, l, startNode(e) AS a, endNode(e) AS b
  RETURN collect([date, till, k, CASE WHEN n:District THEN 'District' WHEN n:Event THEN 'Event' WHEN n:Instrument THEN 'Instrument' WHEN n:Municipality THEN 'Municipality' WHEN n:Network THEN 'Network' WHEN n:Phase THEN 'Phase' WHEN n:Programme THEN 'Programme' WHEN n:Publication THEN 'Publication' ELSE 'Session' END, CASE WHEN n:LocalAuthority THEN n.name ELSE n.title END, n:Event|Instrument|Phase|Programme|Publication|Session, CASE WHEN a:LocalAuthority THEN a.name ELSE a.title END, a:Event|Instrument|Phase|Programme|Publication|Session, b.title, b:Event|Instrument|Programme|Publication|Session, e.role, type(e), j, toString(f), toString(l), CASE WHEN n:District THEN 'District' WHEN n:Event THEN 'Event' WHEN n:Instrument THEN 'Instrument' WHEN n:Municipality THEN 'Municipality' WHEN n:Network THEN 'Network' WHEN n:Phase THEN 'Phase' WHEN n:Programme THEN 'Programme' WHEN n:Publication THEN 'Publication' WHEN n:Session THEN 'Session' END, n.slug, coalesce(type(e), ''), coalesce(e._key, ''), coalesce(startNode(e) = c, false)]) AS r1s
}
RETURN r1s,
       EXISTS { (:Programme {slug: $p2.Programme[0]}) }

// $p0 = "2013-01-01"
// $p1 = "2013-12-31"
// $p2 = {"Programme":["starke-orte"]}
// $l0 = 4
// $c0_0 = "2012-01-01"
// $c0_1 = "2012-12-31"
// $c0_2 = 0
// $c0_3 = 0
// $c0_4 = "Programme"
// $c0_5 = "starke-orte"
// $c0_6 = ""
// $c0_7 = ""
// $c0_8 = false
