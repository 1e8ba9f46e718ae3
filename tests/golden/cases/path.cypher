CALL (*) {
  MATCH (a:District {slug: $p0.District[0]})
  MATCH (b:Partner {slug: $p1.Partner[0]})
  CALL (*) {
    MATCH p = allShortestPaths((a)-[:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT*0..2]-(b))
    WITH p LIMIT 100
    WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p2 + 1
    WITH ns ORDER BY size(ns), reduce(s = 0, n IN ns[1..-1] | s + COUNT { (n)--() }),
      [n IN ns | n.slug], [n IN ns | labels(n)] LIMIT 1
    RETURN collect(ns) AS near
  }
  WITH *, CASE WHEN near <> [] THEN 0
    WHEN COUNT { (a)--() } + COUNT { (b)--() } > 10000 THEN 10000 + 1
    ELSE reduce(s = 0, d IN COLLECT { MATCH (a)--(x) RETURN COUNT { (x)--() } AS d UNION ALL MATCH (b)--(x) RETURN COUNT { (x)--() } AS d } | s + d) END AS around
  CALL (*) {
    UNWIND near AS ns
    RETURN ns
    UNION ALL
    UNWIND CASE WHEN near = [] AND around <= 10000 THEN [1] ELSE [] END AS room
    MATCH p = allShortestPaths((a)-[:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT*0..6]-(b))
    WITH p LIMIT 100
    WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p2 + 1
    WITH ns ORDER BY size(ns), reduce(s = 0, n IN ns[1..-1] | s + COUNT { (n)--() }),
      [n IN ns | n.slug], [n IN ns | labels(n)] LIMIT 1
    RETURN ns
    UNION ALL
    UNWIND CASE WHEN near = [] AND around > 10000 THEN [1] ELSE [] END AS room
    MATCH p = shortestPath((a)-[:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT*0..6]-(b))
    WITH p LIMIT 1
    WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= $p2 + 1
    RETURN ns
  }
  LIMIT $l0
  RETURN collect([size(ns) - 1, COLLECT {
    UNWIND ns AS n2
    RETURN [CASE WHEN n2:Declaration THEN 'Declaration' WHEN n2:District THEN 'District' WHEN n2:Event THEN 'Event' WHEN n2:Figure THEN 'Figure' WHEN n2:Instrument THEN 'Instrument' WHEN n2:Municipality THEN 'Municipality' WHEN n2:Network THEN 'Network' WHEN n2:Offer THEN 'Offer' WHEN n2:Partner THEN 'Partner' WHEN n2:Person THEN 'Person' WHEN n2:Phase THEN 'Phase' WHEN n2:Programme THEN 'Programme' WHEN n2:Publication THEN 'Publication' WHEN n2:Session THEN 'Session' WHEN n2:State THEN 'State' WHEN n2:Statement THEN 'Statement' ELSE 'Topic' END, n2.title, n2.start, n2.name]
  }, COLLECT {
    UNWIND range(0, size(ns) - 2) AS i5
    RETURN [COLLECT {
      WITH ns[i5] AS x, ns[i5 + 1] AS y
      MATCH (x)-[e6:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]-(y)
      WITH e6, startNode(e6) AS n7, endNode(e6) AS n8
      ORDER BY type(e6), e6._key, e6.since_first
      RETURN [type(e6), CASE WHEN n7:District THEN 'District' WHEN n7:Event THEN 'Event' WHEN n7:Figure THEN 'Figure' WHEN n7:Instrument THEN 'Instrument' WHEN n7:Municipality THEN 'Municipality' WHEN n7:Network THEN 'Network' WHEN n7:Offer THEN 'Offer' WHEN n7:Partner THEN 'Partner' WHEN n7:Person THEN 'Person' WHEN n7:Phase THEN 'Phase' WHEN n7:Programme THEN 'Programme' WHEN n7:Publication THEN 'Publication' WHEN n7:Session THEN 'Session' WHEN n7:State THEN 'State' ELSE 'Statement' END, n7.slug, CASE WHEN n8:Declaration THEN 'Declaration' WHEN n8:District THEN 'District' WHEN n8:Event THEN 'Event' WHEN n8:Instrument THEN 'Instrument' WHEN n8:Municipality THEN 'Municipality' WHEN n8:Network THEN 'Network' WHEN n8:Offer THEN 'Offer' WHEN n8:Partner THEN 'Partner' WHEN n8:Person THEN 'Person' WHEN n8:Phase THEN 'Phase' WHEN n8:Programme THEN 'Programme' WHEN n8:Publication THEN 'Publication' WHEN n8:Session THEN 'Session' WHEN n8:State THEN 'State' ELSE 'Topic' END, n8.slug, e6.since, CASE WHEN n7:District|Municipality|Partner|Person|State THEN n7.name ELSE n7.title END, n7:Event|Figure|Instrument|Offer|Phase|Programme|Publication|Session|Statement, CASE WHEN n8:Declaration|Event|Instrument|Network|Offer|Phase|Programme|Publication|Session|Topic THEN n8.title ELSE n8.name END, n8:Declaration|Event|Instrument|Offer|Phase|Programme|Publication|Session|Topic, e6.role, CASE WHEN n7:District|Municipality|Person|State THEN n7.name WHEN n7:Event|Figure|Instrument|Network|Offer|Phase|Programme|Publication|Session|Statement THEN coalesce(n7.title_en, n7.title) ELSE coalesce(n7.name_en, n7.name) END, CASE WHEN n8:Declaration|Event|Instrument|Network|Offer|Phase|Programme|Publication|Session|Topic THEN coalesce(n8.title_en, n8.title) WHEN n8:District|Municipality|Person|State THEN n8.name ELSE coalesce(n8.name_en, n8.name) END, e6.date, e6.signed, e6.position, e6.department, e6.term, coalesce(head(COLLECT {
        MATCH (n12:Phase {slug: e6.phase})
        RETURN n12.title
      }), e6.phase), e6.focus, e6.amount, e6.qualifier, e6.period, COLLECT {
        UNWIND range(0, coalesce(size(e6._sources), 0) - 1) AS i14
        MATCH (n15:Source {slug: e6._sources[i14]})
        RETURN [e6._places[i14]]
      }]
    }]
  }]) AS r1s
}
RETURN r1s

// $p0 = {"District":["auental"]}
// $p1 = {"Partner":["stiftung-mitte"]}
// $p2 = 6
// $l0 = 1
// $l1 = 6
