RETURN COLLECT {
  UNWIND $p0.Programme AS ref
  MATCH (n2:Programme {slug: ref[1]})
  RETURN [ref[0], 'Programme', n2.slug]
},
       [],
       COLLECT {
  UNWIND $p1.District AS ref
  MATCH (n5:District {slug: ref[1]})
  RETURN [ref[0], 'District', n5.name]
},
       COLLECT {
  UNWIND $p0.Programme AS ref
  MATCH (n7:Programme {slug: ref[1]})
  RETURN [ref[0], 'Programme', n7.slug, n7.title]
}

// $p0 = {"Programme":[[0,"zukunft"]]}
// $p1 = {"District":[[0,"auental"]]}
