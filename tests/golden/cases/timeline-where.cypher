CALL () {
  MATCH (n10:LocalAuthority)
  MATCH (n10)-[e12:MEMBER_OF]->(n11:Network)
  WHERE n11.title CONTAINS $p2
  WITH DISTINCT n10
  RETURN collect(n10) AS those13
}
CALL (those13) {
  UNWIND those13 AS n8
  MATCH (n7:Programme)
  MATCH (n7)<-[e9:JOINED]-(n8)
  WHERE n8:Municipality
  WITH DISTINCT n7
  RETURN collect(n7) AS those14
}
CALL (*) {
  MATCH (c:Programme {slug: $p1.Programme[0]})
  CALL (c) {
    WITH c AS n, null AS e WHERE n.start IS NOT NULL OR n.end IS NOT NULL
    RETURN n, e, 0 AS k, 0 AS j, n.start AS date, n.end AS till, coalesce(n.start_first, n.end_first) AS f, coalesce(n.end_last, n.start_last) AS l
    UNION ALL
    MATCH (c)-[e:JOINED|PART_OF]-(n) WHERE (e.since IS NOT NULL OR e.until IS NOT NULL) AND n:LocalAuthority AND n.population >= $p0
    RETURN n, e, 1 AS k, 1 AS j, e.since AS date, e.until AS till, coalesce(e.since_first, e.until_first) AS f, coalesce(e.until_last, e.since_last) AS l
  }
  WITH count(*) AS many
  RETURN collect([many]) AS r5s
}
CALL (*) {
  MATCH (c:Programme {slug: $p1.Programme[0]})
  CALL (c, those13, those14) {
    WITH c AS n, null AS e WHERE n.start IS NOT NULL OR n.end IS NOT NULL
    RETURN n, e, 0 AS k, 0 AS j, n.start AS date, n.end AS till, coalesce(n.start_first, n.end_first) AS f, coalesce(n.end_last, n.start_last) AS l
    UNION ALL
    MATCH (c)-[e:JOINED|PART_OF]-(n) WHERE (e.since IS NOT NULL OR e.until IS NOT NULL) AND n:Programme AND n IN those14
    RETURN n, e, 1 AS k, 1 AS j, e.since AS date, e.until AS till, coalesce(e.since_first, e.until_first) AS f, coalesce(e.until_last, e.since_last) AS l
    UNION ALL
    MATCH (c)-[e:JOINED|PART_OF]-(n:Programme) WHERE (n.start IS NOT NULL OR n.end IS NOT NULL) AND n:Programme AND n IN those14
    WITH n, e ORDER BY type(e), coalesce(e._key, ''), startNode(e) = n WITH n, collect(e)[0] AS e
    RETURN n, e, 2 AS k, 2 AS j, n.start AS date, n.end AS till, coalesce(n.start_first, n.end_first) AS f, coalesce(n.end_last, n.start_last) AS l
  }
  WITH c, n, e, k, j, date, till, f, l
  ORDER BY f, l, k, j, 'Programme', n.slug, coalesce(type(e), ''), coalesce(e._key, ''), coalesce(startNode(e) = c, false) LIMIT $l1
  WITH c, n, e, k, j, date, till, f, l, startNode(e) AS a, endNode(e) AS b
  RETURN collect([k, date, toString(f), toString(l), j, 'Programme', n.slug, coalesce(type(e), ''), coalesce(e._key, ''), coalesce(startNode(e) = c, false)]) AS r15s
}
CALL (*) {
  MATCH (c:Programme {slug: $p1.Programme[0]})
  CALL (c, those13, those14) {
    WITH c AS n, null AS e WHERE n.start IS NOT NULL OR n.end IS NOT NULL
    RETURN n, e, 0 AS k, 0 AS j, n.start AS date, n.end AS till, coalesce(n.start_first, n.end_first) AS f, coalesce(n.end_last, n.start_last) AS l
    UNION ALL
    MATCH (c)-[e:JOINED|PART_OF]-(n) WHERE (e.since IS NOT NULL OR e.until IS NOT NULL) AND n:Programme AND n IN those14
    RETURN n, e, 1 AS k, 1 AS j, e.since AS date, e.until AS till, coalesce(e.since_first, e.until_first) AS f, coalesce(e.until_last, e.since_last) AS l
    UNION ALL
    MATCH (c)-[e:JOINED|PART_OF]-(n:Programme) WHERE (n.start IS NOT NULL OR n.end IS NOT NULL) AND n:Programme AND n IN those14
    WITH n, e ORDER BY type(e), coalesce(e._key, ''), startNode(e) = n WITH n, collect(e)[0] AS e
    RETURN n, e, 2 AS k, 2 AS j, n.start AS date, n.end AS till, coalesce(n.start_first, n.end_first) AS f, coalesce(n.end_last, n.start_last) AS l
  }
  WITH count(*) AS many
  RETURN collect([many]) AS r16s
}
RETURN COLLECT {
  MATCH (c:Programme {slug: $p1.Programme[0]})
  CALL (c) {
    WITH c AS n, null AS e WHERE n.start IS NOT NULL OR n.end IS NOT NULL
    RETURN n, e, 0 AS k, 0 AS j, n.start AS date, n.end AS till, coalesce(n.start_first, n.end_first) AS f, coalesce(n.end_last, n.start_last) AS l
    UNION ALL
    MATCH (c)-[e:JOINED|PART_OF]-(n) WHERE (e.since IS NOT NULL OR e.until IS NOT NULL) AND n:LocalAuthority AND n.population >= $p0
    RETURN n, e, 1 AS k, 1 AS j, e.since AS date, e.until AS till, coalesce(e.since_first, e.until_first) AS f, coalesce(e.until_last, e.since_last) AS l
  }
  WITH c, n, e, k, j, date, till, f, l WHERE f >= $c0_0 AND (f > $c0_0 OR (l > $c0_1 OR (l = $c0_1 AND (k > $c0_2 OR (k = $c0_2 AND (j > $c0_3 OR (j = $c0_3 AND (CASE WHEN n:District THEN 'District' WHEN n:Municipality THEN 'Municipality' WHEN n:Programme THEN 'Programme' END > $c0_4 OR (CASE WHEN n:District THEN 'District' WHEN n:Municipality THEN 'Municipality' WHEN n:Programme THEN 'Programme' END = $c0_4 AND (n.slug > $c0_5 OR (n.slug = $c0_5 AND (coalesce(type(e), '') > $c0_6 OR (coalesce(type(e), '') = $c0_6 AND (coalesce(e._key, '') > $c0_7 OR (coalesce(e._key, '') = $c0_7 AND coalesce(startNode(e) = c, false) > $c0_8)))))))))))))))
  ORDER BY f, l, k, j, CASE WHEN n:District THEN 'District' WHEN n:Municipality THEN 'Municipality' WHEN n:Programme THEN 'Programme' END, n.slug, coalesce(type(e), ''), coalesce(e._key, ''), coalesce(startNode(e) = c, false) LIMIT $l0
  WITH c, n, e, k, j, date, till, f, l, startNode(e) AS a, endNode(e) AS b
  RETURN [toString(f), toString(l), k, j, CASE WHEN n:District THEN 'District' WHEN n:Municipality THEN 'Municipality' WHEN n:Programme THEN 'Programme' END, n.slug, coalesce(type(e), ''), coalesce(e._key, ''), coalesce(startNode(e) = c, false), date, till, CASE WHEN n:District THEN 'District' WHEN n:Municipality THEN 'Municipality' ELSE 'Programme' END, CASE WHEN n:LocalAuthority THEN n.name ELSE n.title END, n:Programme, CASE WHEN a:LocalAuthority THEN a.name ELSE a.title END, a:Event|Instrument|Phase|Programme|Publication|Session, b.title, b:Event|Instrument|Programme|Publication|Session, e.role, type(e), n.title, n.name]
},
       EXISTS { (:Programme {slug: $p1.Programme[0]}) },
       head(r5s)[0],
       r15s,
       head(r16s)[0]

// $p0 = 1000
// $p1 = {"Programme":["starke-orte"]}
// $p2 = "e"
// $l0 = 3
// $c0_0 = "2012-01-01"
// $c0_1 = "2012-12-31"
// $c0_2 = 0
// $c0_3 = 0
// $c0_4 = "Programme"
// $c0_5 = "starke-orte"
// $c0_6 = ""
// $c0_7 = ""
// $c0_8 = false
// $l1 = 20
