CALL (*) {
  CALL () {
    MATCH (n10:LocalAuthority)
    WHERE ((n10.kind IS NULL OR n10.kind <> $p0)) AND n10._place > $c0_0
    WITH n10 ORDER BY n10._place LIMIT $l0 - 1
    RETURN collect(n10) AS rows
  }
  CALL () {
    MATCH (n11:Network)
    WHERE (n11.founded_first IS NULL OR n11.founded_first <= $p2) AND (n11.dissolved_last IS NULL OR n11.dissolved_last >= $p1)
    WITH n11 ORDER BY n11._place LIMIT $l1
    RETURN collect(n11) AS columns
  }
  UNWIND range(0, size(rows) - 1) AS i
  WITH i, rows[i] AS x, columns
  MATCH (x)-[e:MEMBER_OF]-(y)
  WHERE y IN columns AND ((e.since_first IS NULL OR e.since_first <= $p2) AND (e.until_last IS NULL OR e.until_last >= $p1))
  WITH i, x, y, columns, collect(e) AS es
  WITH i, head([at IN range(0, size(columns) - 1) WHERE columns[at] = y]) AS j, x, y, es ORDER BY i, j
  RETURN collect([CASE WHEN x:District THEN 'District' ELSE 'Municipality' END, x.slug, y.slug]) AS r12s
}
RETURN EXISTS {
  MATCH (n1:LocalAuthority)
  WHERE ((n1.kind IS NULL OR n1.kind <> $p0)) AND NOT coalesce(n1._place > $c0_0, false)
},
       COLLECT {
  MATCH (n1:LocalAuthority)
  WHERE ((n1.kind IS NULL OR n1.kind <> $p0)) AND n1._place > $c0_0
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [COUNT { MATCH (n1)-[e4:MEMBER_OF]-(n3:Network) WHERE ((e4.since_first IS NULL OR e4.since_first <= $p2) AND (e4.until_last IS NULL OR e4.until_last >= $p1)) AND ((n3.founded_first IS NULL OR n3.founded_first <= $p2) AND (n3.dissolved_last IS NULL OR n3.dissolved_last >= $p1)) RETURN DISTINCT n3 }, n1.name, n1._place]
},
       r12s,
       COUNT {
  MATCH (n13:LocalAuthority)
  WHERE (n13.kind IS NULL OR n13.kind <> $p0)
  MATCH (n13)-[e15:MEMBER_OF]-(n14:Network) WHERE ((e15.since_first IS NULL OR e15.since_first <= $p2) AND (e15.until_last IS NULL OR e15.until_last >= $p1)) AND ((n14.founded_first IS NULL OR n14.founded_first <= $p2) AND (n14.dissolved_last IS NULL OR n14.dissolved_last >= $p1))
  RETURN DISTINCT n13, n14
}

// $p0 = "STADT"
// $p1 = "2014-01-01"
// $p2 = "2014-12-31"
// $l0 = 4
// $c0_0 = "aue\u0001aue\u0001Municipality"
// $l1 = 20
