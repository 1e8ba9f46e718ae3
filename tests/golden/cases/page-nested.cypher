RETURN COLLECT {
  MATCH (n1:Programme)
  WHERE n1._place IS NOT NULL
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1.slug, EXISTS {
    MATCH (n1)<-[e4:JOINED]-(n3)
    WHERE NOT coalesce((($c1_0 IS NOT NULL AND (e4.since_first IS NULL OR e4.since_first > $c1_0)) OR ((e4.since_first = $c1_0 OR ($c1_0 IS NULL AND e4.since_first IS NULL)) AND (n3.slug > $c1_1 OR (n3.slug = $c1_1 AND (CASE WHEN n3:District THEN 'District' WHEN n3:Municipality THEN 'Municipality' END > $c1_2 OR (CASE WHEN n3:District THEN 'District' WHEN n3:Municipality THEN 'Municipality' END = $c1_2 AND e4._key > $c1_3)))))), false)
  }, COLLECT {
    MATCH (n1)<-[e4:JOINED]-(n3)
    WHERE (($c1_0 IS NOT NULL AND (e4.since_first IS NULL OR e4.since_first > $c1_0)) OR ((e4.since_first = $c1_0 OR ($c1_0 IS NULL AND e4.since_first IS NULL)) AND (n3.slug > $c1_1 OR (n3.slug = $c1_1 AND (CASE WHEN n3:District THEN 'District' WHEN n3:Municipality THEN 'Municipality' END > $c1_2 OR (CASE WHEN n3:District THEN 'District' WHEN n3:Municipality THEN 'Municipality' END = $c1_2 AND e4._key > $c1_3))))))
    WITH e4, n3 ORDER BY e4.since_first, n3.slug, CASE WHEN n3:District THEN 'District' WHEN n3:Municipality THEN 'Municipality' END, e4._key LIMIT $l1
    RETURN [n3.name, toString(e4.since_first), n3.slug, CASE WHEN n3:District THEN 'District' WHEN n3:Municipality THEN 'Municipality' END, e4._key]
  }]
}

// $l0 = 20
// $l1 = 2
// $c1_0 = "2015-01-01"
// $c1_1 = "aue"
// $c1_2 = "Municipality"
// $c1_3 = "starke-orte-1"
