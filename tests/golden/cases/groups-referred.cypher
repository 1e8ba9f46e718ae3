CALL (*) {
  MATCH (n1:Programme)
  WITH n1 ORDER BY coalesce(n1.title_en_sort, n1.title_sort), n1.slug LIMIT $l0
  CALL (*) {
    MATCH (n1)<-[e4:JOINED]-(n3)
    WITH n3, e4, e4.phase AS k8
    WITH k8, [count(*)] AS a5
    WITH k8, a5 ORDER BY k8 LIMIT $l2
    RETURN collect([k8, head(COLLECT {
      MATCH (n10:Phase {slug: k8})
      RETURN [coalesce(n10.title_en, n10.title)]
    }), head(COLLECT {
      MATCH (n13:Phase {slug: k8})
      RETURN [n13.slug, n13.position, head(COLLECT {
        MATCH (n13)-[e16:PART_OF]->(n15)
        WITH e16, n15, e16.since_first AS s17 ORDER BY s17 IS NULL, s17 DESC LIMIT 1
        RETURN [coalesce(n15.title_en, n15.title)]
      })]
    }), a5[0]]) AS x22
  }
  CALL (*) {
    MATCH (n1)<-[e4:JOINED]-(n3)
    WITH n3, e4, e4.phase AS k26
    WITH k26, [count(*)] AS a23
    WITH k26, a23 ORDER BY k26 IS NULL DESC, a23[0] DESC, k26 LIMIT $l3
    RETURN collect([k26, a23[0], head(COLLECT {
      MATCH (n28:Phase {slug: k26})
      RETURN [coalesce(n28.title_en, n28.title)]
    }), head(COLLECT {
      MATCH (n31:Phase {slug: k26})
      RETURN [coalesce(n31.title_en, n31.title)]
    })]) AS x34
  }
  RETURN collect([n1.slug, x22, x34]) AS n1s
}
CALL (*) {
  MATCH (n40:LocalAuthority)
  OPTIONAL MATCH (n40)-[e45:JOINED]->(n44)
  WITH DISTINCT n40, e45.phase AS k46, e45.role AS k47
  WITH k46, k47, [count(*)] AS a41
  WITH k46, k47, a41 ORDER BY k46 IS NULL, k46 DESC, k46, k47 LIMIT $l5
  RETURN collect([k46, head(COLLECT {
    MATCH (n49:Phase {slug: k46})
    RETURN [n49.title]
  }), k47, a41[0]]) AS x53
}
CALL (*) {
  MATCH (n40:LocalAuthority)
  OPTIONAL MATCH (n40)-[e58:JOINED]->(n57)
  WITH DISTINCT n40, e58.phase AS k59
  WITH k59, [count(*)] AS a54
  WITH k59, a54 ORDER BY k59 IS NULL DESC, a54[0] DESC, k59 LIMIT $l6
  RETURN collect([k59, a54[0]]) AS x61
}
RETURN n1s,
       x53,
       x61

// $l0 = 3
// $l1 = 20
// $l2 = 20
// $l3 = 21
// $l4 = 20
// $l5 = 3
// $l6 = 21
