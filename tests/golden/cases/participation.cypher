RETURN COUNT {
  MATCH (n1:LocalAuthority)
  WHERE EXISTS { MATCH (n1)-[e3:JOINED]-(n2:Programme) }
},
       COLLECT {
  MATCH (n1:LocalAuthority)
  WHERE EXISTS { MATCH (n1)-[e3:JOINED]-(n2:Programme) }
  WITH n1 ORDER BY n1.name_sort, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END LIMIT $l0
  RETURN [n1.name_sort, n1.slug, CASE WHEN n1:District THEN 'District' WHEN n1:Municipality THEN 'Municipality' END, COUNT { MATCH (n1)-[e6:JOINED]-(n5:Programme) RETURN DISTINCT n5 }, n1.name]
},
       COUNT {
  MATCH (n8:Programme)
  WHERE EXISTS { MATCH (n8)-[e10:JOINED]-(n9:LocalAuthority) }
},
       COLLECT {
  MATCH (n8:Programme)
  WHERE EXISTS { MATCH (n8)-[e10:JOINED]-(n9:LocalAuthority) }
  WITH n8 ORDER BY n8.title_sort, n8.slug LIMIT $l1
  RETURN [COUNT { MATCH (n8)-[e13:JOINED]-(n12:LocalAuthority) RETURN DISTINCT n12 }, n8.title]
},
       COLLECT {
  CALL () {
    MATCH (n15:LocalAuthority)
    WHERE EXISTS { MATCH (n15)-[e17:JOINED]-(n16:Programme) }
    WITH n15 ORDER BY n15.name_sort, n15.slug, CASE WHEN n15:District THEN 'District' WHEN n15:Municipality THEN 'Municipality' END LIMIT $l0 - 1
    RETURN collect(n15) AS rows
  }
  CALL () {
    MATCH (n18:Programme)
    WHERE EXISTS { MATCH (n18)-[e20:JOINED]-(n19:LocalAuthority) }
    WITH n18 ORDER BY n18.title_sort, n18.slug LIMIT $l1 - 1
    RETURN collect(n18) AS columns
  }
  UNWIND range(0, size(rows) - 1) AS i UNWIND range(0, size(columns) - 1) AS j
  WITH i, j, rows[i] AS x, columns[j] AS y
  MATCH (x)-[e:JOINED]-(y)
  WITH i, j, x, y, collect(e) AS es ORDER BY i, j
  RETURN [CASE WHEN x:District THEN 'District' WHEN x:Municipality THEN 'Municipality' END, x.slug, y.slug, COLLECT {
    UNWIND es AS e22
    WITH e22, startNode(e22) AS n23, endNode(e22) AS n24
    ORDER BY type(e22), e22._key, e22.since_first
    RETURN [e22.since, e22.until, n23.name, n24.title, e22.role, type(e22), e22.phase, e22.focus, COLLECT {
      UNWIND range(0, coalesce(size(e22._sources), 0) - 1) AS i28
      MATCH (n29:Source {slug: e22._sources[i28]})
      RETURN [e22._places[i28]]
    }]
  }]
},
       COUNT {
  MATCH (n31:LocalAuthority)
  WHERE EXISTS { MATCH (n31)-[e33:JOINED]-(n32:Programme) }
  MATCH (n31)-[e35:JOINED]-(n34:Programme)
  RETURN DISTINCT n31, n34
}

// $l0 = 4
// $l1 = 21
