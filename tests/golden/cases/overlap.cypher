CALL (*) {
  CALL () {
    UNWIND $p0.District AS ref MATCH (x:District {slug: ref[1]}) RETURN ref[0] AS i, x
    UNION ALL
    UNWIND $p0.Municipality AS ref MATCH (x:Municipality {slug: ref[1]}) RETURN ref[0] AS i, x
  }
  WITH i, x ORDER BY i
  WITH count(*) AS hits, collect(DISTINCT x) AS things
  WHERE hits > 0 AND hits = $p1
  CALL (things) {
    UNWIND things AS x
    MATCH (x)-[e4:MEMBER_OF|JOINED|SUPPORTS]-(y:Network|Programme)
    WITH things, y, count(DISTINCT x) AS having
    RETURN count(*) AS total, collect(CASE WHEN having = size(things) THEN y END) AS shared
  }
  CALL (things, shared) {
    UNWIND shared AS y
    MATCH (y)-[e19:MEMBER_OF|JOINED|SUPPORTS]-(n16:District|Municipality|Partner)
    WHERE NOT n16 IN things
    WITH shared, n16, count(DISTINCT y) AS common
    WITH shared, n16, common, COUNT { MATCH (n16)-[e21:MEMBER_OF|JOINED|SUPPORTS]-(n20:Network|Programme) RETURN DISTINCT n20 } AS own
    WITH n16, common, own, toFloat(common) / (size(shared) + own - common) AS jaccard,
      sqrt(toFloat(common * common) / (size(shared) * own)) AS cosine
    ORDER BY jaccard DESC, CASE WHEN n16:District THEN 'District' WHEN n16:Municipality THEN 'Municipality' WHEN n16:Partner THEN 'Partner' END, n16.slug LIMIT $l2
    RETURN collect([n16, common, own, jaccard, cosine]) AS others18
  }
  RETURN collect([COLLECT { UNWIND things AS x RETURN COUNT { MATCH (x)-[e3:MEMBER_OF|JOINED|SUPPORTS]-(n2:Network|Programme) RETURN DISTINCT n2 } }, size(shared), total, COLLECT {
    UNWIND things AS n5
    WITH n5 LIMIT $l0
    RETURN [COUNT { MATCH (n5)-[e8:MEMBER_OF|JOINED|SUPPORTS]-(n7:Network|Programme) RETURN DISTINCT n7 }, n5.name]
  }, COLLECT {
    UNWIND shared AS n9
    WITH things, n9 ORDER BY n9._place LIMIT $l1
    RETURN [CASE WHEN n9:Network THEN 'Network' ELSE 'Programme' END, n9.title, COLLECT {
      UNWIND range(0, size(things) - 1) AS i
      WITH i, things[i] AS x
      MATCH (x)-[e11:MEMBER_OF|JOINED|SUPPORTS]-(n9)
      WITH i, e11, startNode(e11) AS n12, endNode(e11) AS n13
      ORDER BY i, type(e11), e11._key, e11.since_first
      RETURN [type(e11), CASE WHEN n12:District|Municipality|Partner|State THEN n12.name ELSE n12.title END, n13.title, n13:Instrument|Programme, e11.role]
    }]
  }, COLLECT {
    UNWIND others18 AS o
    WITH shared, o[0] AS n16, o[1] AS common, o[2] AS own, o[3] AS jaccard, o[4] AS cosine
    RETURN [common, own, jaccard, cosine, n16.name, COLLECT {
      MATCH (n16)-[e24:MEMBER_OF|JOINED|SUPPORTS]-(n22)
      WHERE n22 IN shared
      WITH DISTINCT n22
      WITH n22 ORDER BY n22._place LIMIT $l3
      RETURN [n22.title]
    }]
  }]) AS r1s
}
RETURN head(r1s)

// $p0 = {"District":[[0,"auental"]],"Municipality":[[1,"freistadt"]]}
// $p1 = 2
// $l0 = 20
// $l1 = 20
// $l2 = 3
// $l3 = 2
