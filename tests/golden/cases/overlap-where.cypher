CALL () {
  MATCH (n31:LocalAuthority)
  MATCH (n31)-[e33:MEMBER_OF]->(n32:Network)
  WHERE n32.title CONTAINS $p3
  WITH DISTINCT n31
  RETURN collect(n31) AS those34
}
CALL (those34) {
  UNWIND those34 AS n29
  MATCH (n28:Programme)
  MATCH (n28)<-[e30:JOINED]-(n29)
  WHERE n29:Municipality
  WITH DISTINCT n28
  RETURN collect(n28) AS those35
}
CALL (*) {
  CALL () {
    UNWIND $p1.District AS ref MATCH (x:District {slug: ref[1]}) RETURN ref[0] AS i, x
    UNION ALL
    UNWIND $p1.Municipality AS ref MATCH (x:Municipality {slug: ref[1]}) RETURN ref[0] AS i, x
  }
  WITH i, x ORDER BY i
  WITH count(*) AS hits, collect(DISTINCT x) AS things
  WHERE hits > 0 AND hits = $p2
  CALL (things) {
    UNWIND things AS x
    MATCH (x)-[e4:MEMBER_OF|JOINED|SUPPORTS]-(y:Programme)
  WHERE y.start_first >= $p0
    WITH things, y, count(DISTINCT x) AS having
    RETURN count(*) AS total, collect(CASE WHEN having = size(things) THEN y END) AS shared
  }
  CALL (things, shared) {
    UNWIND shared AS y
    MATCH (y)-[e19:MEMBER_OF|JOINED|SUPPORTS]-(n16:LocalAuthority)
    WHERE NOT n16 IN things
    WITH shared, n16, count(DISTINCT y) AS common
    WITH shared, n16, common, COUNT { MATCH (n16)-[e21:MEMBER_OF|JOINED|SUPPORTS]-(n20:Programme)
    WHERE n20.start_first >= $p0 RETURN DISTINCT n20 } AS own
    WITH n16, common, own, toFloat(common) / (size(shared) + own - common) AS jaccard,
      sqrt(toFloat(common * common) / (size(shared) * own)) AS cosine
    ORDER BY jaccard DESC, CASE WHEN n16:District THEN 'District' WHEN n16:Municipality THEN 'Municipality' END, n16.slug LIMIT $l2
    RETURN collect([n16, common, own, jaccard, cosine]) AS others18
  }
  RETURN collect([COLLECT { UNWIND things AS x RETURN COUNT { MATCH (x)-[e3:MEMBER_OF|JOINED|SUPPORTS]-(n2:Programme)
  WHERE n2.start_first >= $p0 RETURN DISTINCT n2 } }, size(shared), total, COLLECT {
    UNWIND things AS n5
    WITH n5 LIMIT $l0
    RETURN [COUNT { MATCH (n5)-[e8:MEMBER_OF|JOINED|SUPPORTS]-(n7:Programme)
    WHERE n7.start_first >= $p0 RETURN DISTINCT n7 }, n5.name]
  }, COLLECT {
    UNWIND shared AS n9
    WITH things, n9 ORDER BY n9._place LIMIT $l1
    RETURN [n9.title, COLLECT {
      UNWIND range(0, size(things) - 1) AS i
      WITH i, things[i] AS x
      MATCH (x)-[e11:MEMBER_OF|JOINED|SUPPORTS]-(n9)
      WITH i, e11, startNode(e11) AS n12, endNode(e11) AS n13
      ORDER BY i, type(e11), e11._key, e11.since_first
      RETURN [CASE WHEN n12:District|Municipality|Partner|State THEN n12.name ELSE n12.title END, n13.title, n13:Instrument|Programme, e11.role, type(e11)]
    }]
  }, COLLECT {
    UNWIND others18 AS o
    WITH shared, o[0] AS n16, o[1] AS common, o[2] AS own, o[3] AS jaccard, o[4] AS cosine
    RETURN [common, own, jaccard, n16.name, COLLECT {
      MATCH (n16)-[e24:MEMBER_OF|JOINED|SUPPORTS]-(n22)
      WHERE n22 IN shared
      WITH DISTINCT n22
      WITH n22 ORDER BY n22._place LIMIT $l3
      RETURN [n22.title]
    }]
  }]) AS r1s
}
CALL (*) {
  CALL () {
    UNWIND $p4.District AS ref MATCH (x:District {slug: ref[1]}) RETURN ref[0] AS i, x
  }
  WITH i, x ORDER BY i
  WITH count(*) AS hits, collect(DISTINCT x) AS things
  WHERE hits > 0 AND hits = $p5
  CALL (things, those34, those35) {
    UNWIND things AS x
    MATCH (x)-[e37:MEMBER_OF|JOINED]-(y:Programme)
  WHERE y IN those35
    WITH things, y, count(DISTINCT x) AS having
    RETURN count(*) AS total, collect(CASE WHEN having = size(things) THEN y END) AS shared
  }
  CALL (things, shared, those34, those35) {
    UNWIND shared AS y
    MATCH (y)-[e41:MEMBER_OF|JOINED]-(n38:District)
    WHERE NOT n38 IN things
    WITH shared, n38, count(DISTINCT y) AS common
    WITH shared, n38, common, COUNT { MATCH (n38)-[e43:MEMBER_OF|JOINED]-(n42:Programme)
    WHERE n42 IN those35 RETURN DISTINCT n42 } AS own
    WITH n38, common, own, toFloat(common) / (size(shared) + own - common) AS jaccard,
      sqrt(toFloat(common * common) / (size(shared) * own)) AS cosine
    ORDER BY common DESC, 'District', n38.slug LIMIT $l4
    RETURN collect([n38, common, own, jaccard, cosine]) AS others40
  }
  RETURN collect([COLLECT { UNWIND things AS x RETURN COUNT { MATCH (x)-[e36:MEMBER_OF|JOINED]-(n27:Programme)
  WHERE n27 IN those35 RETURN DISTINCT n27 } }, size(shared), total, COLLECT {
    UNWIND others40 AS o
    WITH shared, o[0] AS n38, o[1] AS common, o[2] AS own, o[3] AS jaccard, o[4] AS cosine
    RETURN [own, n38.name]
  }]) AS r26s
}
RETURN head(r1s),
       head(r26s)

// $p0 = "2010-01-01"
// $p1 = {"District":[[0,"auental"]],"Municipality":[[1,"aue"]]}
// $p2 = 2
// $p3 = "e"
// $p4 = {"District":[[0,"auental"]]}
// $p5 = 1
// $l0 = 20
// $l1 = 20
// $l2 = 2
// $l3 = 20
// $l4 = 2
