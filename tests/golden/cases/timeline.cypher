CALL (*) {
  MATCH (c:Programme {slug: $p0.Programme[0]})
  CALL (c) {
    WITH c AS n, null AS e WHERE n.start IS NOT NULL OR n.end IS NOT NULL
    RETURN n, e, 0 AS k, 0 AS j, n.start AS date, n.end AS till, coalesce(n.start_first, n.end_first) AS f, coalesce(n.end_last, n.start_last) AS l
    UNION ALL
    MATCH (c)-[e:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]-(n) WHERE e.since IS NOT NULL OR e.until IS NOT NULL
    RETURN n, e, 1 AS k, 1 AS j, e.since AS date, e.until AS till, coalesce(e.since_first, e.until_first) AS f, coalesce(e.until_last, e.since_last) AS l
    UNION ALL
    MATCH (c)-[e:SIGNED]-(n) WHERE e.date IS NOT NULL
    RETURN n, e, 1 AS k, 2 AS j, e.date AS date, null AS till, e.date_first AS f, e.date_last AS l
    UNION ALL
    MATCH (c)-[e:MEMBER_OF]-(n) WHERE e.signed IS NOT NULL
    RETURN n, e, 1 AS k, 3 AS j, e.signed AS date, null AS till, e.signed_first AS f, e.signed_last AS l
    UNION ALL
    MATCH (c)-[e:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]-(n:Declaration) WHERE n.adopted IS NOT NULL
    WITH n, e ORDER BY type(e), coalesce(e._key, ''), startNode(e) = n WITH n, collect(e)[0] AS e
    RETURN n, e, 2 AS k, 4 AS j, n.adopted AS date, null AS till, n.adopted_first AS f, n.adopted_last AS l
    UNION ALL
    MATCH (c)-[e:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]-(n:Event|Statement) WHERE n.date IS NOT NULL OR n.endDate IS NOT NULL
    WITH n, e ORDER BY type(e), coalesce(e._key, ''), startNode(e) = n WITH n, collect(e)[0] AS e
    RETURN n, e, 2 AS k, 5 AS j, n.date AS date, n.endDate AS till, coalesce(n.date_first, n.endDate_first) AS f, coalesce(n.endDate_last, n.date_last) AS l
    UNION ALL
    MATCH (c)-[e:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]-(n:Network|Partner) WHERE n.founded IS NOT NULL OR n.dissolved IS NOT NULL
    WITH n, e ORDER BY type(e), coalesce(e._key, ''), startNode(e) = n WITH n, collect(e)[0] AS e
    RETURN n, e, 2 AS k, 6 AS j, n.founded AS date, n.dissolved AS till, coalesce(n.founded_first, n.dissolved_first) AS f, coalesce(n.dissolved_last, n.founded_last) AS l
    UNION ALL
    MATCH (c)-[e:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]-(n:Phase|Programme) WHERE n.start IS NOT NULL OR n.end IS NOT NULL
    WITH n, e ORDER BY type(e), coalesce(e._key, ''), startNode(e) = n WITH n, collect(e)[0] AS e
    RETURN n, e, 2 AS k, 7 AS j, n.start AS date, n.end AS till, coalesce(n.start_first, n.end_first) AS f, coalesce(n.end_last, n.start_last) AS l
    UNION ALL
    MATCH (c)-[e:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]-(n:Publication) WHERE n.published IS NOT NULL
    WITH n, e ORDER BY type(e), coalesce(e._key, ''), startNode(e) = n WITH n, collect(e)[0] AS e
    RETURN n, e, 2 AS k, 8 AS j, n.published AS date, null AS till, n.published_first AS f, n.published_last AS l
  }
  WITH c, n, e, k, j, date, till, f, l
  ORDER BY f, l, k, j, CASE WHEN n:Declaration THEN 'Declaration' WHEN n:District THEN 'District' WHEN n:Event THEN 'Event' WHEN n:Figure THEN 'Figure' WHEN n:Instrument THEN 'Instrument' WHEN n:Municipality THEN 'Municipality' WHEN n:Network THEN 'Network' WHEN n:Offer THEN 'Offer' WHEN n:Partner THEN 'Partner' WHEN n:Person THEN 'Person' WHEN n:Phase THEN 'Phase' WHEN n:Programme THEN 'Programme' WHEN n:Publication THEN 'Publication' WHEN n:Session THEN 'Session' WHEN n:State THEN 'State' WHEN n:Statement THEN 'Statement' WHEN n:Topic THEN 'Topic' END, n.slug, coalesce(type(e), ''), coalesce(e._key, ''), coalesce(startNode(e) = c, false) LIMIT $l0
  WITH c, n, e, k, j, date, till, f, l, startNode(e) AS a, endNode(e) AS b
  RETURN collect([toString(f), toString(l), k, j, CASE WHEN n:Declaration THEN 'Declaration' WHEN n:District THEN 'District' WHEN n:Event THEN 'Event' WHEN n:Figure THEN 'Figure' WHEN n:Instrument THEN 'Instrument' WHEN n:Municipality THEN 'Municipality' WHEN n:Network THEN 'Network' WHEN n:Offer THEN 'Offer' WHEN n:Partner THEN 'Partner' WHEN n:Person THEN 'Person' WHEN n:Phase THEN 'Phase' WHEN n:Programme THEN 'Programme' WHEN n:Publication THEN 'Publication' WHEN n:Session THEN 'Session' WHEN n:State THEN 'State' WHEN n:Statement THEN 'Statement' WHEN n:Topic THEN 'Topic' END, n.slug, coalesce(type(e), ''), coalesce(e._key, ''), coalesce(startNode(e) = c, false), date, till, CASE WHEN n:Declaration THEN 'Declaration' WHEN n:District THEN 'District' WHEN n:Event THEN 'Event' WHEN n:Figure THEN 'Figure' WHEN n:Instrument THEN 'Instrument' WHEN n:Municipality THEN 'Municipality' WHEN n:Network THEN 'Network' WHEN n:Offer THEN 'Offer' WHEN n:Partner THEN 'Partner' WHEN n:Person THEN 'Person' WHEN n:Phase THEN 'Phase' WHEN n:Programme THEN 'Programme' WHEN n:Publication THEN 'Publication' WHEN n:Session THEN 'Session' WHEN n:State THEN 'State' WHEN n:Statement THEN 'Statement' ELSE 'Topic' END, CASE WHEN n:Declaration|Event|Figure|Instrument|Network|Offer|Phase|Programme|Publication|Session|Statement|Topic THEN n.title ELSE n.name END, n:Declaration|Event|Figure|Instrument|Offer|Phase|Programme|Publication|Session|Statement|Topic, CASE WHEN a:District|Municipality|Partner|Person|State THEN a.name ELSE a.title END, a:Event|Figure|Instrument|Offer|Phase|Programme|Publication|Session|Statement, CASE WHEN b:Declaration|Event|Instrument|Network|Offer|Phase|Programme|Publication|Session|Topic THEN b.title ELSE b.name END, b:Declaration|Event|Instrument|Offer|Phase|Programme|Publication|Session|Topic, e.role, type(e), CASE WHEN n:Declaration|Event|Figure|Instrument|Network|Offer|Phase|Programme|Publication|Session|Statement|Topic THEN coalesce(n.title_en, n.title) WHEN n:District|Municipality|Person|State THEN n.name ELSE coalesce(n.name_en, n.name) END, CASE WHEN a:District|Municipality|Person|State THEN a.name WHEN a:Event|Figure|Instrument|Network|Offer|Phase|Programme|Publication|Session|Statement THEN coalesce(a.title_en, a.title) ELSE coalesce(a.name_en, a.name) END, CASE WHEN b:Declaration|Event|Instrument|Network|Offer|Phase|Programme|Publication|Session|Topic THEN coalesce(b.title_en, b.title) WHEN b:District|Municipality|Person|State THEN b.name ELSE coalesce(b.name_en, b.name) END, n.name, n.title, COLLECT {
    WITH e, a, b WHERE e IS NOT NULL
    RETURN [type(e), CASE WHEN a:District|Municipality|Partner|Person|State THEN a.name ELSE a.title END, a:Event|Figure|Instrument|Offer|Phase|Programme|Publication|Session|Statement, CASE WHEN b:Declaration|Event|Instrument|Network|Offer|Phase|Programme|Publication|Session|Topic THEN b.title ELSE b.name END, b:Declaration|Event|Instrument|Offer|Phase|Programme|Publication|Session|Topic, e.role, COLLECT {
      UNWIND range(0, coalesce(size(e._sources), 0) - 1) AS i9
      MATCH (n10:Source {slug: e._sources[i9]})
      RETURN [e._places[i9]]
    }]
  }]) AS r1s
}
CALL (*) {
  MATCH (c:Programme {slug: $p0.Programme[0]})
  CALL (c) {
    WITH c AS n, null AS e WHERE n.start IS NOT NULL OR n.end IS NOT NULL
    RETURN n, e, 0 AS k, 0 AS j, n.start AS date, n.end AS till, coalesce(n.start_first, n.end_first) AS f, coalesce(n.end_last, n.start_last) AS l
    UNION ALL
    MATCH (c)-[e:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]-(n) WHERE e.since IS NOT NULL OR e.until IS NOT NULL
    RETURN n, e, 1 AS k, 1 AS j, e.since AS date, e.until AS till, coalesce(e.since_first, e.until_first) AS f, coalesce(e.until_last, e.since_last) AS l
    UNION ALL
    MATCH (c)-[e:SIGNED]-(n) WHERE e.date IS NOT NULL
    RETURN n, e, 1 AS k, 2 AS j, e.date AS date, null AS till, e.date_first AS f, e.date_last AS l
    UNION ALL
    MATCH (c)-[e:MEMBER_OF]-(n) WHERE e.signed IS NOT NULL
    RETURN n, e, 1 AS k, 3 AS j, e.signed AS date, null AS till, e.signed_first AS f, e.signed_last AS l
    UNION ALL
    MATCH (c)-[e:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]-(n:Declaration) WHERE n.adopted IS NOT NULL
    WITH n, e ORDER BY type(e), coalesce(e._key, ''), startNode(e) = n WITH n, collect(e)[0] AS e
    RETURN n, e, 2 AS k, 4 AS j, n.adopted AS date, null AS till, n.adopted_first AS f, n.adopted_last AS l
    UNION ALL
    MATCH (c)-[e:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]-(n:Event|Statement) WHERE n.date IS NOT NULL OR n.endDate IS NOT NULL
    WITH n, e ORDER BY type(e), coalesce(e._key, ''), startNode(e) = n WITH n, collect(e)[0] AS e
    RETURN n, e, 2 AS k, 5 AS j, n.date AS date, n.endDate AS till, coalesce(n.date_first, n.endDate_first) AS f, coalesce(n.endDate_last, n.date_last) AS l
    UNION ALL
    MATCH (c)-[e:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]-(n:Network|Partner) WHERE n.founded IS NOT NULL OR n.dissolved IS NOT NULL
    WITH n, e ORDER BY type(e), coalesce(e._key, ''), startNode(e) = n WITH n, collect(e)[0] AS e
    RETURN n, e, 2 AS k, 6 AS j, n.founded AS date, n.dissolved AS till, coalesce(n.founded_first, n.dissolved_first) AS f, coalesce(n.dissolved_last, n.founded_last) AS l
    UNION ALL
    MATCH (c)-[e:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]-(n:Phase|Programme) WHERE n.start IS NOT NULL OR n.end IS NOT NULL
    WITH n, e ORDER BY type(e), coalesce(e._key, ''), startNode(e) = n WITH n, collect(e)[0] AS e
    RETURN n, e, 2 AS k, 7 AS j, n.start AS date, n.end AS till, coalesce(n.start_first, n.end_first) AS f, coalesce(n.end_last, n.start_last) AS l
    UNION ALL
    MATCH (c)-[e:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]-(n:Publication) WHERE n.published IS NOT NULL
    WITH n, e ORDER BY type(e), coalesce(e._key, ''), startNode(e) = n WITH n, collect(e)[0] AS e
    RETURN n, e, 2 AS k, 8 AS j, n.published AS date, null AS till, n.published_first AS f, n.published_last AS l
  }
  WITH count(*) AS many
  RETURN collect([many]) AS r12s
}
RETURN r1s,
       EXISTS { (:Programme {slug: $p0.Programme[0]}) },
       head(r12s)[0]

// $p0 = {"Programme":["starke-orte"]}
// $l0 = 9
