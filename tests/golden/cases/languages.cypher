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
  }, COLLECT {
    MATCH (n7)<-[e14:JOINED]-(n13)
    WHERE coalesce(e14.focus_en, e14.focus) CONTAINS $p1
    WITH e14, n13 ORDER BY n13.name_sort, n13.slug, CASE WHEN n13:District THEN 'District' WHEN n13:Municipality THEN 'Municipality' END, e14._key LIMIT $l1
    RETURN [coalesce(e14.focus_en, e14.focus), CASE WHEN e14.focus_en IS NOT NULL THEN 0 WHEN e14.focus IS NOT NULL THEN 1 END]
  }]
}),
       head(COLLECT {
  MATCH (n18:Programme {slug: $p2})
  RETURN [coalesce(n18.summary_en, n18.summary), CASE WHEN n18.summary_en IS NOT NULL THEN 0 WHEN n18.summary IS NOT NULL THEN 1 END]
})

// $p0 = "starke-orte"
// $p1 = "Contact"
// $p2 = "zukunft"
// $l0 = 21
// $l1 = 21
