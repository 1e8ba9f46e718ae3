CALL (*) {
  MATCH (n1:LocalAuthority)
  WHERE n1._place IS NOT NULL
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN collect([CASE WHEN n1:District THEN 'District' ELSE 'Municipality' END, n1.slug, COLLECT {
    MATCH (n1)-[e4:JOINED]->(n3)
    WITH e4, n3 ORDER BY n3._place, e4._key LIMIT $l1
    RETURN [e4.since, [n3, n3.slug]]
  }]) AS n1s
}
CALL (n1s) {
  UNWIND n1s AS x12
  UNWIND x12[2] AS x13
  WITH DISTINCT x13[1][0] AS n15
  RETURN collect([n15.slug, COLLECT {
    MATCH (n15)<-[e17:SUPPORTS]-(n16)
    WITH e17, n16 ORDER BY n16._place, e17._key LIMIT $l2
    RETURN [e17.role, [n16, n16._place]]
  }]) AS t6
}
CALL (t6) {
  UNWIND t6 AS x25
  UNWIND x25[1] AS x26
  WITH DISTINCT x26[1][0] AS n28
  RETURN collect([n28._place, CASE WHEN n28:Partner THEN 'Partner' WHEN n28:District THEN 'District' WHEN n28:Municipality THEN 'Municipality' WHEN n28:Network THEN 'Network' ELSE 'State' END, n28.slug, COLLECT {
    UNWIND range(0, coalesce(size(n28._sources), 0) - 1) AS i29
    MATCH (n30:Source {slug: n28._sources[i29]})
    RETURN [n30.slug]
  }]) AS t19
}
RETURN [x10 IN n1s | [x10[0], x10[1], [x11 IN x10[2] | [x11[0], x11[1][1]]]]],
       [x23 IN t6 | [x23[0], [x24 IN x23[1] | [x24[0], x24[1][1]]]]],
       t19

// $l0 = 3
// $l1 = 3
// $l2 = 3
