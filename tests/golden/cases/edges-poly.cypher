RETURN head(COLLECT {
  MATCH (n1:Event {slug: $p0})
  RETURN [COLLECT {
    MATCH (n1)<-[e4:TAKES_PART]-(n3)
    WITH e4, n3 ORDER BY coalesce(n3.name_sort, n3.title_sort), n3.slug, CASE WHEN n3:Person THEN 'Person' WHEN n3:Partner THEN 'Partner' WHEN n3:District THEN 'District' WHEN n3:Municipality THEN 'Municipality' WHEN n3:Network THEN 'Network' END, e4._key LIMIT $l0
    RETURN [e4.role, CASE WHEN n3:Person THEN 'Person' WHEN n3:Partner THEN 'Partner' WHEN n3:District THEN 'District' WHEN n3:Municipality THEN 'Municipality' ELSE 'Network' END, n3.title, n3.name, n3.shortName, n3.familyName]
  }, n1.slug, COLLECT {
    MATCH (n1)-[e10:PRESENTS]->(n9)
    WITH e10, n9 ORDER BY n9._place LIMIT $l1
    RETURN [CASE WHEN n9:Partner THEN 'Partner' WHEN n9:Programme THEN 'Programme' WHEN n9:Network THEN 'Network' WHEN n9:Publication THEN 'Publication' WHEN n9:District THEN 'District' WHEN n9:Municipality THEN 'Municipality' ELSE 'Instrument' END, n9.slug, n9.published, n9.founded, n9.start]
  }, COLLECT {
    MATCH (n1)<-[e16:ORGANISES]-(n15)
    WITH e16, n15 ORDER BY n15._place, e16._key LIMIT $l2
    RETURN [e16.role, CASE WHEN n15:Partner THEN 'Partner' WHEN n15:Network THEN 'Network' WHEN n15:District THEN 'District' ELSE 'Municipality' END, n15.title, n15.name]
  }, COLLECT {
    MATCH (n1)<-[e22:PART_OF]-(n21:Session)
    WITH e22, n21 ORDER BY n21.position, n21.title_sort, n21.slug LIMIT $l3
    RETURN [n21.number, n21.title, n21.startsAt, COLLECT {
      MATCH (n21)<-[e25:TAKES_PART]-(n24)
      WITH e25, n24 ORDER BY coalesce(n24.name_sort, n24.title_sort), n24.slug, CASE WHEN n24:Person THEN 'Person' WHEN n24:Partner THEN 'Partner' WHEN n24:District THEN 'District' WHEN n24:Municipality THEN 'Municipality' WHEN n24:Network THEN 'Network' END LIMIT $l4
      RETURN [CASE WHEN n24:Person THEN 'Person' WHEN n24:Partner THEN 'Partner' WHEN n24:District THEN 'District' WHEN n24:Municipality THEN 'Municipality' ELSE 'Network' END, n24.title, n24.name]
    }, n21.slug, COLLECT {
      MATCH (n21)<-[e31:PART_OF]-(n30)
      WITH e31, n30 ORDER BY n30.position, n30.title_sort, n30.slug LIMIT $l5
      RETURN [n30.number]
    }]
  }]
}),
       head(COLLECT {
  MATCH (n40:Session {slug: $p1})
  RETURN [head(COLLECT {
    MATCH (n40)-[e43:PART_OF]->(n42:Event)
    WITH e43, n42, e43.since_first AS s44 ORDER BY s44 IS NULL, s44 DESC LIMIT 1
    RETURN [n42.title]
  }), head(COLLECT {
    MATCH (n40)-[e48:PART_OF]->(n47:Session)
    WITH e48, n47, e48.since_first AS s49 ORDER BY s49 IS NULL, s49 DESC LIMIT 1
    RETURN [n47.number]
  }), head(COLLECT {
    MATCH (n40)-[e53:PART_OF]->(n52:Event)
    WITH e53, n52, e53.since_first AS s54 ORDER BY s54 IS NULL, s54 DESC LIMIT 1
    RETURN [e53.since, n52.slug, COLLECT {
      UNWIND range(0, coalesce(size(e53._sources), 0) - 1) AS i56
      MATCH (n57:Source {slug: e53._sources[i56]})
      RETURN [n57.slug]
    }]
  })]
})

// $p0 = "jahrestreffen"
// $p1 = "jahrestreffen-2-1"
// $l0 = 20
// $l1 = 20
// $l2 = 20
// $l3 = 20
// $l4 = 20
// $l5 = 20
