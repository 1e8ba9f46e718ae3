RETURN COLLECT {
  UNWIND $p0.Person AS ref
  MATCH (n2:Person {slug: ref[1]})
  RETURN [ref[0], 'Person', n2.slug, n2.name, n2.familyName]
} + COLLECT {
  UNWIND $p0.Programme AS ref
  MATCH (n3:Programme {slug: ref[1]})
  RETURN [ref[0], 'Programme', n3.slug, n3.title, n3.start]
} + COLLECT {
  UNWIND $p0.State AS ref
  MATCH (n4:State {slug: ref[1]})
  RETURN [ref[0], 'State', n4.slug, n4.name]
},
       []

// $p0 = {"Programme":[[0,"zukunft"],[1,"gibt-es-nicht"],[3,"zukunft"]],"Person":[[2,"anna-muster"]],"Unbekannt":[[4,"x"]],"State":[[5,"nordland"]]}
// $p1 = {}
