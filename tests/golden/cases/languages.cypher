RETURN head(COLLECT {
  MATCH (n1:Programme {slug: $p0})
  RETURN [n1.title, CASE WHEN n1.title IS NOT NULL THEN 0 END, CASE WHEN n1.summary IS NOT NULL THEN 0 END]
}),
       head(COLLECT {
  MATCH (n4:Programme {slug: $p0})
  RETURN [coalesce(n4.title_de_simple, n4.title), CASE WHEN n4.title_de_simple IS NOT NULL THEN 0 WHEN n4.title IS NOT NULL THEN 1 END, coalesce(n4.summary_de_simple, n4.summary), CASE WHEN n4.summary_de_simple IS NOT NULL THEN 0 WHEN n4.summary IS NOT NULL THEN 1 END, CASE WHEN n4.body_de_simple IS NOT NULL THEN 0 WHEN n4.body IS NOT NULL THEN 1 END, coalesce(n4.title_en, n4.title)]
}),
       head(COLLECT {
  MATCH (n7:Programme {slug: $p0})
  RETURN [coalesce(n7.title_en, n7.title), CASE WHEN n7.title_en IS NOT NULL THEN 0 WHEN n7.title IS NOT NULL THEN 1 END, n7.title, CASE WHEN n7.title IS NOT NULL THEN 0 END, coalesce(n7.body_en, n7.body), CASE WHEN n7.body_en IS NOT NULL THEN 0 WHEN n7.body IS NOT NULL THEN 1 END, COLLECT {
    MATCH (n7)<-[e10:PART_OF]-(n9:Programme)
    WITH e10, n9 ORDER BY coalesce(n9.title_en_sort, n9.title_sort), n9.slug LIMIT $l0
    RETURN [coalesce(n9.title_en, n9.title), CASE WHEN n9.title_en IS NOT NULL THEN 0 WHEN n9.title IS NOT NULL THEN 1 END]
  }, n7.slug, COLLECT {
    MATCH (n7)<-[e16:JOINED]-(n15)
    WHERE coalesce(e16.focus_en, e16.focus) CONTAINS $p1
    WITH e16, n15 ORDER BY n15._place, e16._key LIMIT $l1
    RETURN [coalesce(e16.focus_en, e16.focus), CASE WHEN e16.focus_en IS NOT NULL THEN 0 WHEN e16.focus IS NOT NULL THEN 1 END]
  }]
}),
       head(COLLECT {
  MATCH (n22:Programme {slug: $p2})
  RETURN [coalesce(n22.summary_en, n22.summary), CASE WHEN n22.summary_en IS NOT NULL THEN 0 WHEN n22.summary IS NOT NULL THEN 1 END]
})

// $p0 = "starke-orte"
// $p1 = "Contact"
// $p2 = "zukunft"
// $l0 = 20
// $l1 = 20
