CALL () {
  MATCH (n2:LocalAuthority)
  WHERE n2.population >= $p0
  WITH n2, $m1[CASE WHEN n2:District THEN 'District' WHEN n2:Municipality THEN 'Municipality' END][n2.slug] AS i
  WITH n2, i ORDER BY i[0]
  WITH i[1] AS part, collect(i[0]) AS places, collect(CASE WHEN n2:District THEN 'District' WHEN n2:Municipality THEN 'Municipality' END) AS kinds, collect(n2) AS things
  ORDER BY size(places) DESC, places[0]
  WITH collect(CASE WHEN part IS NULL THEN size(things) END) AS alone,
       collect(CASE WHEN part IS NOT NULL THEN [places, kinds, things] END) AS groups
  RETURN coalesce(alone[0], 0) AS alone6, groups AS groups7
}
RETURN true,
       [part IN groups7[0..0 + $l0] | part[..2]],
       size(groups7),
       alone6,
       COLLECT {
  UNWIND groups7[0..0 + $l0] AS part
  UNWIND range(0, size(part[0][..$l1]) - 1) AS place
  WITH part[0][place] AS i, part[2][place] AS n2
  RETURN [i, n2.name]
}

// $p0 = 1000
// $l0 = 2
// $l1 = 2
// $m1 = {"District":{},"Municipality":{},"Network":{},"Partner":{},"Programme":{}}
