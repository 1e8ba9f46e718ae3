CALL (*) {
  CALL () {
    MATCH (n19:LocalAuthority)
    WHERE EXISTS { MATCH (n19)-[e21:JOINED]-(n20:Programme) }
    WITH n19 ORDER BY n19._place LIMIT $l0 - 1
    RETURN collect(n19) AS rows
  }
  CALL () {
    MATCH (n22:Programme)
    WHERE EXISTS { MATCH (n22)-[e24:JOINED]-(n23:LocalAuthority) }
    WITH n22 ORDER BY n22._place LIMIT $l1
    RETURN collect(n22) AS columns
  }
  UNWIND range(0, size(rows) - 1) AS i
  WITH i, rows[i] AS x, columns
  MATCH (x)-[e:JOINED]-(y)
  WHERE y IN columns
  WITH i, x, y, columns, collect(e) AS es
  WITH i, head([at IN range(0, size(columns) - 1) WHERE columns[at] = y]) AS j, x, y, es ORDER BY i, j
  RETURN collect([CASE WHEN x:District THEN 'District' ELSE 'Municipality' END, x.slug, y.slug, COLLECT {
    UNWIND es AS e26
    WITH e26, startNode(e26) AS n27, endNode(e26) AS n28
    ORDER BY type(e26), e26._key, e26.since_first
    RETURN [e26.since, e26.until, n27.name, n28.title, e26.role, type(e26), coalesce(head(COLLECT {
      MATCH (n31:Phase {slug: e26.phase})
      RETURN n31.title
    }), e26.phase), e26.focus, COLLECT {
      UNWIND range(0, coalesce(size(e26._sources), 0) - 1) AS i33
      MATCH (n34:Source {slug: e26._sources[i33]})
      RETURN [e26._places[i33]]
    }]
  }]) AS r25s
}
RETURN COUNT {
  MATCH (n1:LocalAuthority)
  WHERE EXISTS { MATCH (n1)-[e3:JOINED]-(n2:Programme) }
},
       COLLECT {
  MATCH (n1:LocalAuthority)
  WHERE EXISTS { MATCH (n1)-[e3:JOINED]-(n2:Programme) }
  WITH n1 ORDER BY n1._place LIMIT $l0
  RETURN [n1._place, COUNT { MATCH (n1)-[e6:JOINED]-(n5:Programme) RETURN DISTINCT n5 }, n1.name]
},
       COUNT {
  MATCH (n10:Programme)
  WHERE EXISTS { MATCH (n10)-[e12:JOINED]-(n11:LocalAuthority) }
},
       COLLECT {
  MATCH (n10:Programme)
  WHERE EXISTS { MATCH (n10)-[e12:JOINED]-(n11:LocalAuthority) }
  WITH n10 ORDER BY n10._place LIMIT $l1
  RETURN [COUNT { MATCH (n10)-[e15:JOINED]-(n14:LocalAuthority) RETURN DISTINCT n14 }, n10.title]
},
       r25s,
       COUNT {
  MATCH (n36:LocalAuthority)
  WHERE EXISTS { MATCH (n36)-[e38:JOINED]-(n37:Programme) }
  MATCH (n36)-[e40:JOINED]-(n39:Programme)
  RETURN DISTINCT n36, n39
}

// $l0 = 4
// $l1 = 20
