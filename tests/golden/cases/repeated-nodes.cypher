CALL (*) {
  MATCH (n1:LocalAuthority)
  WHERE n1._place IS NOT NULL
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN collect([CASE WHEN n1:District THEN 'District' ELSE 'Municipality' END, n1.slug, COLLECT {
    MATCH (n1)-[e4:JOINED]->(n3)
    WITH e4, n3 ORDER BY n3._place, e4._key LIMIT $l1
    RETURN [e4.since, [n3]]
  }]) AS n1s
}
CALL (n1s) {
  UNWIND range(0, size(n1s) - 1) AS x12
  WITH x12, n1s[x12][2] AS x14
  UNWIND range(0, size(x14) - 1) AS x13
  WITH x14[x13][1][0] AS n17, collect([x12, x13]) AS x15
  RETURN collect([x15, n17.slug, COLLECT {
    MATCH (n17)<-[e19:SUPPORTS]-(n18)
    WITH e19, n18 ORDER BY n18._place, e19._key LIMIT $l2
    RETURN [e19.role, [n18]]
  }]) AS t6
}
CALL (t6) {
  UNWIND range(0, size(t6) - 1) AS x27
  WITH x27, t6[x27][2] AS x29
  UNWIND range(0, size(x29) - 1) AS x28
  WITH x29[x28][1][0] AS n32, collect([x27, x28]) AS x30
  RETURN collect([x30, CASE WHEN n32:Partner THEN 'Partner' WHEN n32:District THEN 'District' WHEN n32:Municipality THEN 'Municipality' WHEN n32:Network THEN 'Network' ELSE 'State' END, n32.slug, COLLECT {
    UNWIND range(0, coalesce(size(n32._sources), 0) - 1) AS i33
    MATCH (n34:Source {slug: n32._sources[i33]})
    RETURN [n34.slug]
  }]) AS t21
}
RETURN [x10 IN n1s | [x10[0], x10[1], [x11 IN x10[2] | [x11[0], null]]]],
       [x25 IN t6 | [x25[0], x25[1], [x26 IN x25[2] | [x26[0], null]]]],
       t21

// $l0 = 3
// $l1 = 3
// $l2 = 3
