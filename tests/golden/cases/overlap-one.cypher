CALL (*) {
  CALL () {
    UNWIND $p2.District AS ref MATCH (x:District {slug: ref[1]}) RETURN ref[0] AS i, x
  }
  WITH i, x ORDER BY i
  WITH count(*) AS hits, collect(DISTINCT x) AS things
  WHERE hits > 0 AND hits = $p3
  CALL (things) {
    UNWIND things AS x
    MATCH (x)-[e4:MEMBER_OF|JOINED]-(y:District|Municipality|Network|Partner|Programme)
  WHERE ((e4.since_first IS NULL OR e4.since_first <= $p1) AND (e4.until_last IS NULL OR e4.until_last >= $p0)) AND ((NOT y:Network|Partner OR (y.founded_first IS NULL OR y.founded_first <= $p1) AND (y.dissolved_last IS NULL OR y.dissolved_last >= $p0))) AND ((NOT y:Programme OR (y.start_first IS NULL OR y.start_first <= $p1) AND (y.end_last IS NULL OR y.end_last >= $p0)))
    WITH things, y, count(DISTINCT x) AS having
    RETURN count(*) AS total, collect(CASE WHEN having = size(things) THEN y END) AS shared
  }
  CALL (things, shared) {
    UNWIND shared AS y
    MATCH (y)-[e8:MEMBER_OF|JOINED]-(n5:District)
    WHERE (e8.since_first IS NULL OR e8.since_first <= $p1) AND (e8.until_last IS NULL OR e8.until_last >= $p0) AND NOT n5 IN things
    WITH shared, n5, count(DISTINCT y) AS common
    WITH shared, n5, common, COUNT { MATCH (n5)-[e10:MEMBER_OF|JOINED]-(n9:District|Municipality|Network|Partner|Programme)
    WHERE ((e10.since_first IS NULL OR e10.since_first <= $p1) AND (e10.until_last IS NULL OR e10.until_last >= $p0)) AND ((NOT n9:Network|Partner OR (n9.founded_first IS NULL OR n9.founded_first <= $p1) AND (n9.dissolved_last IS NULL OR n9.dissolved_last >= $p0))) AND ((NOT n9:Programme OR (n9.start_first IS NULL OR n9.start_first <= $p1) AND (n9.end_last IS NULL OR n9.end_last >= $p0))) RETURN DISTINCT n9 } AS own
    WITH n5, common, own, toFloat(common) / (size(shared) + own - common) AS jaccard,
      sqrt(toFloat(common * common) / (size(shared) * own)) AS cosine
    ORDER BY cosine DESC, 'District', n5.slug LIMIT $l0
    RETURN collect([n5, common, own, jaccard, cosine]) AS others7
  }
  RETURN collect([COLLECT { UNWIND things AS x RETURN COUNT { MATCH (x)-[e3:MEMBER_OF|JOINED]-(n2:District|Municipality|Network|Partner|Programme)
  WHERE ((e3.since_first IS NULL OR e3.since_first <= $p1) AND (e3.until_last IS NULL OR e3.until_last >= $p0)) AND ((NOT n2:Network|Partner OR (n2.founded_first IS NULL OR n2.founded_first <= $p1) AND (n2.dissolved_last IS NULL OR n2.dissolved_last >= $p0))) AND ((NOT n2:Programme OR (n2.start_first IS NULL OR n2.start_first <= $p1) AND (n2.end_last IS NULL OR n2.end_last >= $p0))) RETURN DISTINCT n2 } }, size(shared), total, COLLECT {
    UNWIND others7 AS o
    WITH shared, o[0] AS n5, o[1] AS common, o[2] AS own, o[3] AS jaccard, o[4] AS cosine
    RETURN [n5.name, common, cosine]
  }]) AS r1s
}
CALL (*) {
  CALL () {
    UNWIND $p4.District AS ref MATCH (x:District {slug: ref[1]}) RETURN ref[0] AS i, x
  }
  WITH i, x ORDER BY i
  WITH count(*) AS hits, collect(DISTINCT x) AS things
  WHERE hits > 0 AND hits = $p5
  CALL (things) {
    UNWIND things AS x
    MATCH (x)-[e15:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]-(y:Declaration|District|Event|Figure|Instrument|Municipality|Network|Offer|Partner|Person|Phase|Programme|Publication|Session|State|Statement|Topic)
    WITH things, y, count(DISTINCT x) AS having
    RETURN count(*) AS total, collect(CASE WHEN having = size(things) THEN y END) AS shared
  }
  RETURN collect([COLLECT { UNWIND things AS x RETURN COUNT { MATCH (x)-[e14:SIGNED|BASED_ON|TAKES_PART|ORGANISES|PRESENTS|HELD_IN|MEASURES|USES|LOCATED_IN|SUCCEEDS|MEMBER_OF|COOPERATES_WITH|OFFERS|REALISED_AS|SERVES|PART_OF_ORGANISATION|COMMISSIONS|BASED_IN|WORKS_FOR|SPEAKS_FOR|RESPONSIBLE_FOR|JOINED|SUPPORTS|PART_OF|LED_TO|DOCUMENTS|PUBLISHES|WROTE|CONCERNS|STATED_BY|ABOUT]-(n13:Declaration|District|Event|Figure|Instrument|Municipality|Network|Offer|Partner|Person|Phase|Programme|Publication|Session|State|Statement|Topic) RETURN DISTINCT n13 } }, size(shared), total]) AS r12s
}
RETURN head(r1s),
       head(r12s)

// $p0 = "2013-01-01"
// $p1 = "2013-12-31"
// $p2 = {"District":[[0,"auental"]]}
// $p3 = 1
// $p4 = {"District":[[0,"nirgends"]]}
// $p5 = 1
// $l0 = 20
