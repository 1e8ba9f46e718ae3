RETURN EXISTS {
  MATCH (n1:LocalAuthority)
  WHERE ((n1.kind IS NULL OR n1.kind <> $p0)) AND (NOT coalesce(n1.name_sort >= $c0_0 AND (n1.name_sort > $c0_0 OR (n1.slug > $c0_1 OR (n1.slug = $c0_1 AND CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END > $c0_2))), false))
},
       COLLECT {
  MATCH (n1:LocalAuthority)
  WHERE ((n1.kind IS NULL OR n1.kind <> $p0)) AND (n1.name_sort >= $c0_0 AND (n1.name_sort > $c0_0 OR (n1.slug > $c0_1 OR (n1.slug = $c0_1 AND CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END > $c0_2))))
  WITH n1 ORDER BY n1.name_sort, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END LIMIT $l0
  RETURN [COUNT { MATCH (n1)-[e4:MEMBER_OF]-(n3:Network) WHERE ((e4.since_first IS NULL OR e4.since_first <= $p2) AND (e4.until_last IS NULL OR e4.until_last >= $p1)) AND ((n3.founded_first IS NULL OR n3.founded_first <= $p2) AND (n3.dissolved_last IS NULL OR n3.dissolved_last >= $p1)) RETURN DISTINCT n3 }, n1.name, n1.name_sort, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END]
},
       COLLECT {
  CALL () {
    MATCH (n8:LocalAuthority)
    WHERE ((n8.kind IS NULL OR n8.kind <> $p0)) AND (n8.name_sort >= $c0_0 AND (n8.name_sort > $c0_0 OR (n8.slug > $c0_1 OR (n8.slug = $c0_1 AND CASE WHEN n8:District THEN 'District' WHEN n8:Municipality THEN 'Municipality' END > $c0_2))))
    WITH n8 ORDER BY n8.name_sort, n8.slug, CASE WHEN n8:District THEN 'District' WHEN n8:Municipality THEN 'Municipality' END LIMIT $l0 - 1
    RETURN collect(n8) AS rows
  }
  CALL () {
    MATCH (n9:Network)
    WHERE (n9.founded_first IS NULL OR n9.founded_first <= $p2) AND (n9.dissolved_last IS NULL OR n9.dissolved_last >= $p1)
    WITH n9 ORDER BY n9.title_sort, n9.slug LIMIT $l1 - 1
    RETURN collect(n9) AS columns
  }
  UNWIND range(0, size(rows) - 1) AS i UNWIND range(0, size(columns) - 1) AS j
  WITH i, j, rows[i] AS x, columns[j] AS y
  MATCH (x)-[e:MEMBER_OF]-(y)
  WHERE (e.since_first IS NULL OR e.since_first <= $p2) AND (e.until_last IS NULL OR e.until_last >= $p1)
  WITH i, j, x, y, collect(e) AS es ORDER BY i, j
  RETURN [CASE WHEN x:District THEN 'District' WHEN x:Municipality THEN 'Municipality' END, x.slug, y.slug]
},
       COUNT {
  MATCH (n11:LocalAuthority)
  WHERE (n11.kind IS NULL OR n11.kind <> $p0)
  MATCH (n11)-[e13:MEMBER_OF]-(n12:Network) WHERE ((e13.since_first IS NULL OR e13.since_first <= $p2) AND (e13.until_last IS NULL OR e13.until_last >= $p1)) AND ((n12.founded_first IS NULL OR n12.founded_first <= $p2) AND (n12.dissolved_last IS NULL OR n12.dissolved_last >= $p1))
  RETURN DISTINCT n11, n12
}

// $p0 = "STADT"
// $p1 = "2014-01-01"
// $p2 = "2014-12-31"
// $l0 = 4
// $c0_0 = "aue"
// $c0_1 = "aue"
// $c0_2 = "Municipality"
// $l1 = 21
