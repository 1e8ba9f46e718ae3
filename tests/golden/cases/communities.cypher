RETURN true,
       COLLECT {
  CALL () {
    UNWIND $m1.District AS ref MATCH (n2:District {slug: ref[1]})
    RETURN ref[0] AS i, n2
  UNION ALL
    UNWIND $m1.Instrument AS ref MATCH (n2:Instrument {slug: ref[1]})
    RETURN ref[0] AS i, n2
  UNION ALL
    UNWIND $m1.Municipality AS ref MATCH (n2:Municipality {slug: ref[1]})
    RETURN ref[0] AS i, n2
  UNION ALL
    UNWIND $m1.Network AS ref MATCH (n2:Network {slug: ref[1]})
    RETURN ref[0] AS i, n2
  UNION ALL
    UNWIND $m1.Partner AS ref MATCH (n2:Partner {slug: ref[1]})
    RETURN ref[0] AS i, n2
  UNION ALL
    UNWIND $m1.Programme AS ref MATCH (n2:Programme {slug: ref[1]})
    RETURN ref[0] AS i, n2
  UNION ALL
    UNWIND $m1.State AS ref MATCH (n2:State {slug: ref[1]})
    RETURN ref[0] AS i, n2
  }
  WITH i, n2 ORDER BY i
  RETURN [i, CASE WHEN n2:District THEN 'District' WHEN n2:Instrument THEN 'Instrument' WHEN n2:Municipality THEN 'Municipality' WHEN n2:Network THEN 'Network' WHEN n2:Partner THEN 'Partner' WHEN n2:Programme THEN 'Programme' ELSE 'State' END, n2.slug, n2.title, n2.name]
}

// $l0 = 2
// $l1 = 3
// $m1 = {"District":[],"Instrument":[],"Municipality":[],"Network":[],"Partner":[],"Programme":[],"State":[]}
