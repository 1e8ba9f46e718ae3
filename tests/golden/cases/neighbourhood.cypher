CALL (*) {
  MATCH (c:Network {slug: $p0.Network[0]})
  WITH [c] AS ns, [c] AS l0
  CALL (ns, l0) {
    UNWIND l0 AS x
    MATCH (x)-[e:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]-(y)
    WHERE NOT y IN ns
    WITH DISTINCT x, type(e) AS relation, startNode(e) = x AS out, y
    WITH x, relation, out, y, COUNT { (y)-[:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]-() } AS size ORDER BY size DESC, y.slug, labels(y)
    WITH x, relation, out, collect([y, size])[..$p2] AS kept
    UNWIND kept AS pair
    WITH DISTINCT pair[0] AS y, pair[1] AS size ORDER BY size DESC, y.slug, labels(y)
    LIMIT $l0
    RETURN collect(y) AS near
  }
  WITH ns, l0, near[..$l0 - size(ns)] AS l1
  WITH ns + l1 AS ns, l0, l1
  RETURN collect([COLLECT {
    UNWIND range(0, size(ns) - 1) AS i
    WITH i, ns[i] AS x
    MATCH (x)-[e:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]->(y)
    WHERE y IN ns
    WITH i, head([at IN range(0, size(ns) - 1) WHERE ns[at] = y]) AS j, e, x, y ORDER BY i, j, type(e), e._key, e.since_first
    RETURN [i, j, type(e)]
  }, COLLECT {
    UNWIND range(0, size(ns) - 1) AS i
    WITH i, l0, l1, ns[i] AS n2
    RETURN [i, CASE WHEN i < size(l0) THEN 0 ELSE 1 END, COUNT { (n2)-[:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]-() }, CASE WHEN n2:Declaration THEN 'Declaration' WHEN n2:District THEN 'District' WHEN n2:Event THEN 'Event' WHEN n2:Figure THEN 'Figure' WHEN n2:Instrument THEN 'Instrument' WHEN n2:Municipality THEN 'Municipality' WHEN n2:Network THEN 'Network' WHEN n2:Offer THEN 'Offer' WHEN n2:Partner THEN 'Partner' WHEN n2:Person THEN 'Person' WHEN n2:Phase THEN 'Phase' WHEN n2:Programme THEN 'Programme' WHEN n2:Publication THEN 'Publication' WHEN n2:Session THEN 'Session' WHEN n2:State THEN 'State' WHEN n2:Statement THEN 'Statement' ELSE 'Topic' END, n2.name, n2.title, [COUNT { (n2)-[:SIGNED]-() }, COUNT { (n2)-[:BASED_ON]-() }, COUNT { (n2)-[:TAKES_PART]-() }, COUNT { (n2)-[:ORGANISES]-() }, COUNT { (n2)-[:PRESENTS]-() }, COUNT { (n2)-[:HELD_IN]-() }, COUNT { (n2)-[:MEASURES]-() }, COUNT { (n2)-[:USES]-() }, COUNT { (n2)-[:LOCATED_IN]-() }, COUNT { (n2)-[:SUCCEEDS]-() }, COUNT { (n2)-[:MEMBER_OF]-() }, COUNT { (n2)-[:COOPERATES_WITH]-() }, COUNT { (n2)-[:OFFERS]-() }, COUNT { (n2)-[:REALISED_AS]-() }, COUNT { (n2)-[:SERVES]-() }, COUNT { (n2)-[:PART_OF_ORGANISATION]-() }, COUNT { (n2)-[:COMMISSIONS]-() }, COUNT { (n2)-[:BASED_IN]-() }, COUNT { (n2)-[:WORKS_FOR]-() }, COUNT { (n2)-[:SPEAKS_FOR]-() }, COUNT { (n2)-[:RESPONSIBLE_FOR]-() }, COUNT { (n2)-[:JOINED]-() }, COUNT { (n2)-[:SUPPORTS]-() }, COUNT { (n2)-[:PART_OF]-() }, COUNT { (n2)-[:LED_TO]-() }, COUNT { (n2)-[:DOCUMENTS]-() }, COUNT { (n2)-[:PUBLISHES]-() }, COUNT { (n2)-[:WROTE]-() }, COUNT { (n2)-[:CONCERNS]-() }, COUNT { (n2)-[:STATED_BY]-() }, COUNT { (n2)-[:ABOUT]-() }]]
  }, COLLECT {
    UNWIND range(0, size(ns) - 1) AS i
    WITH i, ns[i] AS x
    MATCH (x)-[e:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]->(y)
    WHERE y IN ns
    WITH i, head([at IN range(0, size(ns) - 1) WHERE ns[at] = y]) AS j, e, x, y ORDER BY i, j, type(e), e._key, e.since_first
    RETURN [i, j, type(e), CASE WHEN x:District THEN 'District' WHEN x:Event THEN 'Event' WHEN x:Figure THEN 'Figure' WHEN x:Instrument THEN 'Instrument' WHEN x:Municipality THEN 'Municipality' WHEN x:Network THEN 'Network' WHEN x:Offer THEN 'Offer' WHEN x:Partner THEN 'Partner' WHEN x:Person THEN 'Person' WHEN x:Phase THEN 'Phase' WHEN x:Programme THEN 'Programme' WHEN x:Publication THEN 'Publication' WHEN x:Session THEN 'Session' WHEN x:State THEN 'State' ELSE 'Statement' END, x.slug, CASE WHEN y:Declaration THEN 'Declaration' WHEN y:District THEN 'District' WHEN y:Event THEN 'Event' WHEN y:Instrument THEN 'Instrument' WHEN y:Municipality THEN 'Municipality' WHEN y:Network THEN 'Network' WHEN y:Offer THEN 'Offer' WHEN y:Partner THEN 'Partner' WHEN y:Person THEN 'Person' WHEN y:Phase THEN 'Phase' WHEN y:Programme THEN 'Programme' WHEN y:Publication THEN 'Publication' WHEN y:Session THEN 'Session' WHEN y:State THEN 'State' ELSE 'Topic' END, y.slug, CASE WHEN x:District|Municipality|Partner|Person|State THEN x.name ELSE x.title END, x:Event|Figure|Instrument|Offer|Phase|Programme|Publication|Session|Statement, CASE WHEN y:Declaration|Event|Instrument|Network|Offer|Phase|Programme|Publication|Session|Topic THEN y.title ELSE y.name END, y:Declaration|Event|Instrument|Offer|Phase|Programme|Publication|Session|Topic, e.role]
  }]) AS r1s
}
RETURN head(r1s)

// $p0 = {"Network":["buendnis"]}
// $p1 = 1
// $p2 = 2
// $l0 = 101
