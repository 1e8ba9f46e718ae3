RETURN head(COLLECT {
  MATCH (n1:Event {slug: $p0})
  RETURN [COLLECT {
    MATCH (n1)<-[e4:TAKES_PART]-(n3)
    WITH e4, n3 ORDER BY coalesce(n3.name_sort, n3.title_sort), n3.slug, CASE WHEN n3:Person THEN 'Person' WHEN n3:Partner THEN 'Partner' WHEN n3:District THEN 'District' WHEN n3:Municipality THEN 'Municipality' WHEN n3:Network THEN 'Network' END, e4._key LIMIT $l0
    RETURN [e4.role, CASE WHEN n3:Person THEN 'Person' WHEN n3:Partner THEN 'Partner' WHEN n3:District THEN 'District' WHEN n3:Municipality THEN 'Municipality' WHEN n3:Network THEN 'Network' END, n3.title, n3.name, n3.shortName, n3.familyName]
  }, COLLECT {
    MATCH (n1)-[e8:PRESENTS]->(n7)
    WITH e8, n7 ORDER BY coalesce(n7.name_sort, n7.title_sort), n7.slug, CASE WHEN n7:Partner THEN 'Partner' WHEN n7:Programme THEN 'Programme' WHEN n7:Network THEN 'Network' WHEN n7:Publication THEN 'Publication' WHEN n7:District THEN 'District' WHEN n7:Municipality THEN 'Municipality' WHEN n7:Instrument THEN 'Instrument' END LIMIT $l1
    RETURN [CASE WHEN n7:Partner THEN 'Partner' WHEN n7:Programme THEN 'Programme' WHEN n7:Network THEN 'Network' WHEN n7:Publication THEN 'Publication' WHEN n7:District THEN 'District' WHEN n7:Municipality THEN 'Municipality' WHEN n7:Instrument THEN 'Instrument' END, n7.slug, n7.published, n7.founded, n7.start]
  }, COLLECT {
    MATCH (n1)<-[e12:ORGANISES]-(n11)
    WITH e12, n11 ORDER BY coalesce(n11.name_sort, n11.title_sort), n11.slug, CASE WHEN n11:Partner THEN 'Partner' WHEN n11:Network THEN 'Network' WHEN n11:District THEN 'District' WHEN n11:Municipality THEN 'Municipality' END, e12._key LIMIT $l2
    RETURN [e12.role, CASE WHEN n11:Partner THEN 'Partner' WHEN n11:Network THEN 'Network' WHEN n11:District THEN 'District' WHEN n11:Municipality THEN 'Municipality' END, n11.title, n11.name]
  }, COLLECT {
    MATCH (n1)<-[e16:PART_OF]-(n15:Session)
    WITH e16, n15 ORDER BY n15.position, n15.title_sort, n15.slug LIMIT $l3
    RETURN [n15.number, n15.title, n15.startsAt, COLLECT {
      MATCH (n15)<-[e19:TAKES_PART]-(n18)
      WITH e19, n18 ORDER BY coalesce(n18.name_sort, n18.title_sort), n18.slug, CASE WHEN n18:Person THEN 'Person' WHEN n18:Partner THEN 'Partner' WHEN n18:District THEN 'District' WHEN n18:Municipality THEN 'Municipality' WHEN n18:Network THEN 'Network' END, e19._key LIMIT $l4
      RETURN [CASE WHEN n18:Person THEN 'Person' WHEN n18:Partner THEN 'Partner' WHEN n18:District THEN 'District' WHEN n18:Municipality THEN 'Municipality' WHEN n18:Network THEN 'Network' END, n18.title, n18.name]
    }, COLLECT {
      MATCH (n15)<-[e23:PART_OF]-(n22)
      WITH e23, n22 ORDER BY n22.position, n22.title_sort, n22.slug LIMIT $l5
      RETURN [n22.number]
    }]
  }]
}),
       head(COLLECT {
  MATCH (n28:Session {slug: $p1})
  RETURN [head(COLLECT {
    MATCH (n28)-[e31:PART_OF]->(n30:Event)
    WITH e31, n30, e31.since_first AS s32 ORDER BY s32 IS NULL, s32 DESC LIMIT 1
    RETURN [n30.title]
  }), head(COLLECT {
    MATCH (n28)-[e36:PART_OF]->(n35:Session)
    WITH e36, n35, e36.since_first AS s37 ORDER BY s37 IS NULL, s37 DESC LIMIT 1
    RETURN [n35.number]
  }), head(COLLECT {
    MATCH (n28)-[e41:PART_OF]->(n40:Event)
    WITH e41, n40, e41.since_first AS s42 ORDER BY s42 IS NULL, s42 DESC LIMIT 1
    RETURN [e41.since, n40.slug, COLLECT {
      UNWIND range(0, coalesce(size(e41._sources), 0) - 1) AS i44
      MATCH (n45:Source {slug: e41._sources[i44]})
      RETURN [n45.slug]
    }]
  })]
})

// $p0 = "jahrestreffen"
// $p1 = "jahrestreffen-2-1"
// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
// $l4 = 21
// $l5 = 21
