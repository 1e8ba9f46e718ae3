RETURN COLLECT {
  MATCH (a:District {slug: $p0.District[0]})
  MATCH (b:Partner {slug: $p1.Partner[0]})
  MATCH p = allShortestPaths((a)-[:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT*0..6]-(b))
  WITH p LIMIT 100
  WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p2 + 1
  WITH ns ORDER BY size(ns), reduce(s = 0, n IN ns[1..-1] | s + COUNT { (n)--() }),
    [n IN ns | n.slug], [n IN ns | labels(n)]
  LIMIT $l0
  RETURN [size(ns) - 1]
}

// $p0 = {"District":["nirgends"]}
// $p1 = {"Partner":["stiftung-mitte"]}
// $p2 = 6
// $l0 = 1
// $l1 = 6
