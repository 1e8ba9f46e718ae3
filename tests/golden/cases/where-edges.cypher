RETURN head(COLLECT {
  MATCH (n1:Programme {slug: $p0})
  RETURN [COUNT {
    MATCH (n1)<-[e4:JOINED]-(n3)
    WHERE (e4.role = $p1 OR ((n3:District AND true) AND e4.confidence IS NULL)) AND NOT (coalesce(e4.note CONTAINS $p2, false))
  }, COLLECT {
    MATCH (n1)<-[e4:JOINED]-(n3)
    WHERE (e4.role = $p1 OR ((n3:District AND true) AND e4.confidence IS NULL)) AND NOT (coalesce(e4.note CONTAINS $p2, false))
    WITH e4, n3 ORDER BY e4.since_first IS NULL, e4.since_first DESC, n3.slug, CASE WHEN n3:District THEN 'District' WHEN n3:Municipality THEN 'Municipality' END, e4._key LIMIT $l0
    RETURN [e4.role, e4.since, n3.name]
  }, n1.slug]
})

// $p0 = "starke-orte"
// $p1 = "HOST"
// $p2 = "Quatsch"
// $l0 = 20
