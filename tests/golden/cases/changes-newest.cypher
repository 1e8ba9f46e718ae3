CALL () {
  MATCH (r:_Revision)-[:_PART]->(p:_Part)
  WHERE r.number > $p0 AND r.number <= $p1 AND r.number <= $c0_0 AND ((r.number < $c0_0 OR p.position < $c0_1 OR p.position = $c0_1 AND $c0_2 <> 2147483647))
  WITH r, p ORDER BY r.number DESC, p.position DESC LIMIT $l0
  WITH collect(r) AS revisions, collect(p) AS parts
  UNWIND range(0, size(parts) - 1) AS i
  WITH revisions[i] AS r, parts[i] AS p, size(parts) AS number,
       reduce(before = 0, part IN parts[..i] | before + part.changes) AS before
  WHERE before < 5000
  RETURN collect([r.number, toString(r.at), r.author, r.message, p.position, p.data, number]) AS parts1
}
RETURN parts1

// $p0 = 0
// $p1 = 1
// $l0 = 4
// $c0_0 = 1
// $c0_1 = 0
// $c0_2 = 5
