CALL () {
  MATCH (n2:LocalAuthority)
  WHERE n2.population >= $p1 AND COUNT { MATCH (n2)-[:JOINED]->() } >= $p2
  WITH n2, $m1[CASE WHEN n2:District THEN 'District' WHEN n2:Municipality THEN 'Municipality' END][n2.slug] AS i
  WITH n2, i WHERE i IS NOT NULL
  WITH n2, i ORDER BY i
  RETURN collect(i) AS held6, collect(n2) AS things7
}
RETURN true,
       held6,
       COLLECT {
  UNWIND range(0, size(things7[$p0..$p0 + $l0]) - 1) AS i
  WITH i, (things7[$p0..$p0 + $l0])[i] AS n2
  RETURN [i, CASE WHEN n2:District THEN 'District' ELSE 'Municipality' END, n2.name]
}

// $p0 = 1
// $p1 = 10000
// $p2 = 1
// $l0 = 3
// $m1 = {"District":{},"Municipality":{}}
