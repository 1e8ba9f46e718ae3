CALL (*) {
  MATCH (r:_Revision)-[:_PART]->(p:_Part)
  WHERE r.number > $p0 AND p.personal IS NULL
  WITH r, p ORDER BY r.number, p.position LIMIT $l0
  WITH collect(r) AS revisions, collect(p) AS parts
  UNWIND range(0, size(parts) - 1) AS i
  WITH revisions[i] AS r, parts[i] AS p, size(parts) AS number,
       reduce(before = 0, part IN parts[..i] | before + part.changes) AS before
  WHERE before < 5000
  RETURN collect([r.number, toString(r.at), null, null, p.position, p.data, number]) AS r3s
}
CALL (*) {
  MATCH (r:_Revision)-[:_PART]->(p:_Part)
  WHERE r.number > $p0 AND p.personal IS NULL
  WITH CASE WHEN sum(p.changes) <= 500000 THEN collect(p.data) END AS d7
  RETURN collect([d7]) AS d7s
}
RETURN COLLECT {
  MATCH (n1:Programme)
  WHERE n1.start_first >= $p2
  RETURN ['Programme', n1.slug]
},
       r3s,
       head(d7s)[0]

// $p0 = 0
// $p1 = {"Programme":["zukunft"]}
// $p2 = "2010-01-01"
// $l0 = 4
