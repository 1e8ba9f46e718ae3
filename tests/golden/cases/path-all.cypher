RETURN COLLECT {
  MATCH (a:District {slug: $p0.District[0]})
  MATCH (b:District {slug: $p1.District[0]})
  MATCH p = allShortestPaths((a)-[:LOCATED_IN|MEMBER_OF|JOINED|PART_OF*0..6]-(b))
  WITH p LIMIT 1000
  WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p2 + 1
  WITH ns ORDER BY size(ns), reduce(s = 0, n IN ns[1..-1] | s + COUNT { (n)--() }),
    [n IN ns | n.slug], [n IN ns | labels(n)]
  LIMIT $l0
  RETURN [size(ns) - 1, COLLECT {
    UNWIND ns AS n2
    RETURN [CASE WHEN n2:District THEN 'District' WHEN n2:Event THEN 'Event' WHEN n2:Instrument THEN 'Instrument' WHEN n2:Municipality THEN 'Municipality' WHEN n2:Network THEN 'Network' WHEN n2:Partner THEN 'Partner' WHEN n2:Phase THEN 'Phase' WHEN n2:Programme THEN 'Programme' WHEN n2:Publication THEN 'Publication' WHEN n2:Session THEN 'Session' ELSE 'State' END, n2.title, n2.name]
  }]
}

// $p0 = {"District":["auental"]}
// $p1 = {"District":["oeberberg"]}
// $p2 = 6
// $l0 = 10
// $l1 = 6
