CALL (*) {
  CALL () {
    MATCH (n1:Declaration) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 2 END AS s2 ORDER BY n1._name LIMIT $l0
  UNION ALL
    MATCH (n1:District) WHERE n1._name STARTS WITH $p0.District
    RETURN n1, CASE n1._name WHEN $p0.District THEN 0 ELSE 1 END AS s2 ORDER BY n1._name LIMIT $l0
  UNION ALL
    MATCH (n1:Event) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 1 END AS s2 ORDER BY n1._name LIMIT $l0
  UNION ALL
    MATCH (n1:Figure) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 3 END AS s2 ORDER BY n1._name LIMIT $l0
  UNION ALL
    MATCH (n1:Instrument) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 2 END AS s2 ORDER BY n1._name LIMIT $l0
  UNION ALL
    MATCH (n1:Municipality) WHERE n1._name STARTS WITH $p0.Municipality
    RETURN n1, CASE n1._name WHEN $p0.Municipality THEN 0 ELSE 1 END AS s2 ORDER BY n1._name LIMIT $l0
  UNION ALL
    MATCH (n1:Network) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 1 END AS s2 ORDER BY n1._name LIMIT $l0
  UNION ALL
    MATCH (n1:Offer) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 3 END AS s2 ORDER BY n1._name LIMIT $l0
  UNION ALL
    MATCH (n1:Partner) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 1 END AS s2 ORDER BY n1._name LIMIT $l0
  UNION ALL
    MATCH (n1:Person) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 1 END AS s2 ORDER BY n1._name LIMIT $l0
  UNION ALL
    MATCH (n1:Phase) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 4 END AS s2 ORDER BY n1._name LIMIT $l0
  UNION ALL
    MATCH (n1:Programme) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 1 END AS s2 ORDER BY n1._name LIMIT $l0
  UNION ALL
    MATCH (n1:Publication) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 2 END AS s2 ORDER BY n1._name LIMIT $l0
  UNION ALL
    MATCH (n1:Session) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 3 END AS s2 ORDER BY n1._name LIMIT $l0
  UNION ALL
    MATCH (n1:Source) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 4 END AS s2 ORDER BY n1._name LIMIT $l0
  UNION ALL
    MATCH (n1:State) WHERE n1._name STARTS WITH $p0.State
    RETURN n1, CASE n1._name WHEN $p0.State THEN 0 ELSE 2 END AS s2 ORDER BY n1._name LIMIT $l0
  UNION ALL
    MATCH (n1:Statement) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 3 END AS s2 ORDER BY n1._name LIMIT $l0
  UNION ALL
    MATCH (n1:Topic) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 2 END AS s2 ORDER BY n1._name LIMIT $l0
  UNION ALL
    MATCH (n1:District) WHERE n1.ags STARTS WITH $p1
    RETURN n1, CASE n1.ags WHEN $p1 THEN 0 ELSE 1 END AS s2 ORDER BY n1.ags LIMIT $l0
  UNION ALL
    MATCH (n1:Municipality) WHERE n1.ags STARTS WITH $p1
    RETURN n1, CASE n1.ags WHEN $p1 THEN 0 ELSE 1 END AS s2 ORDER BY n1.ags LIMIT $l0
  UNION ALL
    MATCH (n1:State) WHERE n1.ags STARTS WITH $p1
    RETURN n1, CASE n1.ags WHEN $p1 THEN 0 ELSE 1 END AS s2 ORDER BY n1.ags LIMIT $l0
  UNION ALL
    CALL db.index.fulltext.queryNodes('search_public', $p2, {limit: 200})
    YIELD node AS n1
    WITH n1 WHERE n1:Declaration|District|Event|Figure|Instrument|Municipality|Network|Offer|Partner|Person|Phase|Programme|Publication|Session|Source|State|Statement|Topic
    RETURN n1, CASE WHEN n1:Declaration|Instrument|Publication|State|Topic THEN 8 WHEN n1:District|Event|Municipality|Network|Partner|Person|Programme THEN 7 WHEN n1:Figure|Offer|Session|Statement THEN 9 WHEN n1:Phase|Source THEN 10 END AS s2
  }
  WITH n1, min(s2) AS s2
  ORDER BY s2, n1._name, n1.slug, CASE WHEN n1:Declaration THEN 'Declaration' WHEN n1:District THEN 'District' WHEN n1:Event THEN 'Event' WHEN n1:Figure THEN 'Figure' WHEN n1:Instrument THEN 'Instrument' WHEN n1:Municipality THEN 'Municipality' WHEN n1:Network THEN 'Network' WHEN n1:Offer THEN 'Offer' WHEN n1:Partner THEN 'Partner' WHEN n1:Person THEN 'Person' WHEN n1:Phase THEN 'Phase' WHEN n1:Programme THEN 'Programme' WHEN n1:Publication THEN 'Publication' WHEN n1:Session THEN 'Session' WHEN n1:Source THEN 'Source' WHEN n1:State THEN 'State' WHEN n1:Statement THEN 'Statement' WHEN n1:Topic THEN 'Topic' END LIMIT $l0
  RETURN collect([CASE WHEN n1:Declaration THEN 'Declaration' WHEN n1:District THEN 'District' WHEN n1:Event THEN 'Event' WHEN n1:Figure THEN 'Figure' WHEN n1:Instrument THEN 'Instrument' WHEN n1:Municipality THEN 'Municipality' WHEN n1:Network THEN 'Network' WHEN n1:Offer THEN 'Offer' WHEN n1:Partner THEN 'Partner' WHEN n1:Person THEN 'Person' WHEN n1:Phase THEN 'Phase' WHEN n1:Programme THEN 'Programme' WHEN n1:Publication THEN 'Publication' WHEN n1:Session THEN 'Session' WHEN n1:Source THEN 'Source' WHEN n1:State THEN 'State' WHEN n1:Statement THEN 'Statement' ELSE 'Topic' END, n1.slug, n1.title, coalesce(n1.name_en, n1.name), n1.name, coalesce(n1.title_en, n1.title)]) AS r3s
}
CALL (*) {
  CALL () {
    MATCH (n4:District) WHERE n4._name STARTS WITH $p3.District
    RETURN n4, CASE n4._name WHEN $p3.District THEN 0 ELSE 1 END AS s5 ORDER BY n4._name LIMIT $l1
  UNION ALL
    MATCH (n4:State) WHERE n4._name STARTS WITH $p3.State
    RETURN n4, CASE n4._name WHEN $p3.State THEN 0 ELSE 2 END AS s5 ORDER BY n4._name LIMIT $l1
  UNION ALL
    MATCH (n4:District) WHERE n4.ags STARTS WITH $p4
    RETURN n4, CASE n4.ags WHEN $p4 THEN 0 ELSE 1 END AS s5 ORDER BY n4.ags LIMIT $l1
  UNION ALL
    MATCH (n4:State) WHERE n4.ags STARTS WITH $p4
    RETURN n4, CASE n4.ags WHEN $p4 THEN 0 ELSE 1 END AS s5 ORDER BY n4.ags LIMIT $l1
  UNION ALL
    CALL db.index.fulltext.queryNodes('search_public', $p5, {limit: 200})
    YIELD node AS n4
    WITH n4 WHERE n4:District|State
    RETURN n4, CASE WHEN n4:District THEN 7 WHEN n4:State THEN 8 END AS s5
  }
  WITH n4, min(s5) AS s5
  ORDER BY s5, n4._name, n4.slug, CASE WHEN n4:District THEN 'District' WHEN n4:State THEN 'State' END LIMIT $l1
  RETURN collect([CASE WHEN n4:District THEN 'District' ELSE 'State' END, n4.ags]) AS r6s
}
CALL (*) {
  CALL () {
    MATCH (n7:Declaration) WHERE n7._name STARTS WITH $p6.other
    RETURN n7, CASE n7._name WHEN $p6.other THEN 0 ELSE 2 END AS s8 ORDER BY n7._name LIMIT $l2
  UNION ALL
    MATCH (n7:District) WHERE n7._name STARTS WITH $p6.District
    RETURN n7, CASE n7._name WHEN $p6.District THEN 0 ELSE 1 END AS s8 ORDER BY n7._name LIMIT $l2
  UNION ALL
    MATCH (n7:Event) WHERE n7._name STARTS WITH $p6.other
    RETURN n7, CASE n7._name WHEN $p6.other THEN 0 ELSE 1 END AS s8 ORDER BY n7._name LIMIT $l2
  UNION ALL
    MATCH (n7:Figure) WHERE n7._name STARTS WITH $p6.other
    RETURN n7, CASE n7._name WHEN $p6.other THEN 0 ELSE 3 END AS s8 ORDER BY n7._name LIMIT $l2
  UNION ALL
    MATCH (n7:Instrument) WHERE n7._name STARTS WITH $p6.other
    RETURN n7, CASE n7._name WHEN $p6.other THEN 0 ELSE 2 END AS s8 ORDER BY n7._name LIMIT $l2
  UNION ALL
    MATCH (n7:Municipality) WHERE n7._name STARTS WITH $p6.Municipality
    RETURN n7, CASE n7._name WHEN $p6.Municipality THEN 0 ELSE 1 END AS s8 ORDER BY n7._name LIMIT $l2
  UNION ALL
    MATCH (n7:Network) WHERE n7._name STARTS WITH $p6.other
    RETURN n7, CASE n7._name WHEN $p6.other THEN 0 ELSE 1 END AS s8 ORDER BY n7._name LIMIT $l2
  UNION ALL
    MATCH (n7:Offer) WHERE n7._name STARTS WITH $p6.other
    RETURN n7, CASE n7._name WHEN $p6.other THEN 0 ELSE 3 END AS s8 ORDER BY n7._name LIMIT $l2
  UNION ALL
    MATCH (n7:Partner) WHERE n7._name STARTS WITH $p6.other
    RETURN n7, CASE n7._name WHEN $p6.other THEN 0 ELSE 1 END AS s8 ORDER BY n7._name LIMIT $l2
  UNION ALL
    MATCH (n7:Person) WHERE n7._name STARTS WITH $p6.other
    RETURN n7, CASE n7._name WHEN $p6.other THEN 0 ELSE 1 END AS s8 ORDER BY n7._name LIMIT $l2
  UNION ALL
    MATCH (n7:Phase) WHERE n7._name STARTS WITH $p6.other
    RETURN n7, CASE n7._name WHEN $p6.other THEN 0 ELSE 4 END AS s8 ORDER BY n7._name LIMIT $l2
  UNION ALL
    MATCH (n7:Programme) WHERE n7._name STARTS WITH $p6.other
    RETURN n7, CASE n7._name WHEN $p6.other THEN 0 ELSE 1 END AS s8 ORDER BY n7._name LIMIT $l2
  UNION ALL
    MATCH (n7:Publication) WHERE n7._name STARTS WITH $p6.other
    RETURN n7, CASE n7._name WHEN $p6.other THEN 0 ELSE 2 END AS s8 ORDER BY n7._name LIMIT $l2
  UNION ALL
    MATCH (n7:Session) WHERE n7._name STARTS WITH $p6.other
    RETURN n7, CASE n7._name WHEN $p6.other THEN 0 ELSE 3 END AS s8 ORDER BY n7._name LIMIT $l2
  UNION ALL
    MATCH (n7:Source) WHERE n7._name STARTS WITH $p6.other
    RETURN n7, CASE n7._name WHEN $p6.other THEN 0 ELSE 4 END AS s8 ORDER BY n7._name LIMIT $l2
  UNION ALL
    MATCH (n7:State) WHERE n7._name STARTS WITH $p6.State
    RETURN n7, CASE n7._name WHEN $p6.State THEN 0 ELSE 2 END AS s8 ORDER BY n7._name LIMIT $l2
  UNION ALL
    MATCH (n7:Statement) WHERE n7._name STARTS WITH $p6.other
    RETURN n7, CASE n7._name WHEN $p6.other THEN 0 ELSE 3 END AS s8 ORDER BY n7._name LIMIT $l2
  UNION ALL
    MATCH (n7:Topic) WHERE n7._name STARTS WITH $p6.other
    RETURN n7, CASE n7._name WHEN $p6.other THEN 0 ELSE 2 END AS s8 ORDER BY n7._name LIMIT $l2
  UNION ALL
    MATCH (n7:District) WHERE n7.ags STARTS WITH $p7
    RETURN n7, CASE n7.ags WHEN $p7 THEN 0 ELSE 1 END AS s8 ORDER BY n7.ags LIMIT $l2
  UNION ALL
    MATCH (n7:Municipality) WHERE n7.ags STARTS WITH $p7
    RETURN n7, CASE n7.ags WHEN $p7 THEN 0 ELSE 1 END AS s8 ORDER BY n7.ags LIMIT $l2
  UNION ALL
    MATCH (n7:State) WHERE n7.ags STARTS WITH $p7
    RETURN n7, CASE n7.ags WHEN $p7 THEN 0 ELSE 1 END AS s8 ORDER BY n7.ags LIMIT $l2
  UNION ALL
    CALL db.index.fulltext.queryNodes('search_public', $p8, {limit: 200})
    YIELD node AS n7
    WITH n7 WHERE n7:Declaration|District|Event|Figure|Instrument|Municipality|Network|Offer|Partner|Person|Phase|Programme|Publication|Session|Source|State|Statement|Topic
    RETURN n7, CASE WHEN n7:Declaration|Instrument|Publication|State|Topic THEN 8 WHEN n7:District|Event|Municipality|Network|Partner|Person|Programme THEN 7 WHEN n7:Figure|Offer|Session|Statement THEN 9 WHEN n7:Phase|Source THEN 10 END AS s8
  }
  WITH n7, min(s8) AS s8
  ORDER BY s8, n7._name, n7.slug, CASE WHEN n7:Declaration THEN 'Declaration' WHEN n7:District THEN 'District' WHEN n7:Event THEN 'Event' WHEN n7:Figure THEN 'Figure' WHEN n7:Instrument THEN 'Instrument' WHEN n7:Municipality THEN 'Municipality' WHEN n7:Network THEN 'Network' WHEN n7:Offer THEN 'Offer' WHEN n7:Partner THEN 'Partner' WHEN n7:Person THEN 'Person' WHEN n7:Phase THEN 'Phase' WHEN n7:Programme THEN 'Programme' WHEN n7:Publication THEN 'Publication' WHEN n7:Session THEN 'Session' WHEN n7:Source THEN 'Source' WHEN n7:State THEN 'State' WHEN n7:Statement THEN 'Statement' WHEN n7:Topic THEN 'Topic' END LIMIT $l2
  RETURN collect([n7.slug]) AS r9s
}
CALL (*) {
  CALL () {
    MATCH (n10:District) WHERE n10._name STARTS WITH $p9.District
    RETURN n10, CASE n10._name WHEN $p9.District THEN 0 ELSE 1 END AS s11 ORDER BY n10._name LIMIT $l3
  UNION ALL
    MATCH (n10:District) WHERE n10.ags STARTS WITH $p10
    RETURN n10, CASE n10.ags WHEN $p10 THEN 0 ELSE 1 END AS s11 ORDER BY n10.ags LIMIT $l3
  UNION ALL
    CALL db.index.fulltext.queryNodes('search_public', $p11, {limit: 200})
    YIELD node AS n10
    WITH n10 WHERE n10:District
    RETURN n10, CASE WHEN n10:District THEN 7 END AS s11
  }
  WITH n10, min(s11) AS s11
  ORDER BY s11, n10._name, n10.slug, 'District' LIMIT $l3
  RETURN collect([n10.slug]) AS r12s
}
CALL (*) {
  CALL () {
    MATCH (n13:Declaration) WHERE n13._name STARTS WITH $p12.other
    RETURN n13, CASE n13._name WHEN $p12.other THEN 0 ELSE 2 END AS s14 ORDER BY n13._name LIMIT $l4
  UNION ALL
    MATCH (n13:District) WHERE n13._name STARTS WITH $p12.District
    RETURN n13, CASE n13._name WHEN $p12.District THEN 0 ELSE 1 END AS s14 ORDER BY n13._name LIMIT $l4
  UNION ALL
    MATCH (n13:Event) WHERE n13._name STARTS WITH $p12.other
    RETURN n13, CASE n13._name WHEN $p12.other THEN 0 ELSE 1 END AS s14 ORDER BY n13._name LIMIT $l4
  UNION ALL
    MATCH (n13:Figure) WHERE n13._name STARTS WITH $p12.other
    RETURN n13, CASE n13._name WHEN $p12.other THEN 0 ELSE 3 END AS s14 ORDER BY n13._name LIMIT $l4
  UNION ALL
    MATCH (n13:Instrument) WHERE n13._name STARTS WITH $p12.other
    RETURN n13, CASE n13._name WHEN $p12.other THEN 0 ELSE 2 END AS s14 ORDER BY n13._name LIMIT $l4
  UNION ALL
    MATCH (n13:Municipality) WHERE n13._name STARTS WITH $p12.Municipality
    RETURN n13, CASE n13._name WHEN $p12.Municipality THEN 0 ELSE 1 END AS s14 ORDER BY n13._name LIMIT $l4
  UNION ALL
    MATCH (n13:Network) WHERE n13._name STARTS WITH $p12.other
    RETURN n13, CASE n13._name WHEN $p12.other THEN 0 ELSE 1 END AS s14 ORDER BY n13._name LIMIT $l4
  UNION ALL
    MATCH (n13:Offer) WHERE n13._name STARTS WITH $p12.other
    RETURN n13, CASE n13._name WHEN $p12.other THEN 0 ELSE 3 END AS s14 ORDER BY n13._name LIMIT $l4
  UNION ALL
    MATCH (n13:Partner) WHERE n13._name STARTS WITH $p12.other
    RETURN n13, CASE n13._name WHEN $p12.other THEN 0 ELSE 1 END AS s14 ORDER BY n13._name LIMIT $l4
  UNION ALL
    MATCH (n13:Person) WHERE n13._name STARTS WITH $p12.other
    RETURN n13, CASE n13._name WHEN $p12.other THEN 0 ELSE 1 END AS s14 ORDER BY n13._name LIMIT $l4
  UNION ALL
    MATCH (n13:Phase) WHERE n13._name STARTS WITH $p12.other
    RETURN n13, CASE n13._name WHEN $p12.other THEN 0 ELSE 4 END AS s14 ORDER BY n13._name LIMIT $l4
  UNION ALL
    MATCH (n13:Programme) WHERE n13._name STARTS WITH $p12.other
    RETURN n13, CASE n13._name WHEN $p12.other THEN 0 ELSE 1 END AS s14 ORDER BY n13._name LIMIT $l4
  UNION ALL
    MATCH (n13:Publication) WHERE n13._name STARTS WITH $p12.other
    RETURN n13, CASE n13._name WHEN $p12.other THEN 0 ELSE 2 END AS s14 ORDER BY n13._name LIMIT $l4
  UNION ALL
    MATCH (n13:Session) WHERE n13._name STARTS WITH $p12.other
    RETURN n13, CASE n13._name WHEN $p12.other THEN 0 ELSE 3 END AS s14 ORDER BY n13._name LIMIT $l4
  UNION ALL
    MATCH (n13:Source) WHERE n13._name STARTS WITH $p12.other
    RETURN n13, CASE n13._name WHEN $p12.other THEN 0 ELSE 4 END AS s14 ORDER BY n13._name LIMIT $l4
  UNION ALL
    MATCH (n13:State) WHERE n13._name STARTS WITH $p12.State
    RETURN n13, CASE n13._name WHEN $p12.State THEN 0 ELSE 2 END AS s14 ORDER BY n13._name LIMIT $l4
  UNION ALL
    MATCH (n13:Statement) WHERE n13._name STARTS WITH $p12.other
    RETURN n13, CASE n13._name WHEN $p12.other THEN 0 ELSE 3 END AS s14 ORDER BY n13._name LIMIT $l4
  UNION ALL
    MATCH (n13:Topic) WHERE n13._name STARTS WITH $p12.other
    RETURN n13, CASE n13._name WHEN $p12.other THEN 0 ELSE 2 END AS s14 ORDER BY n13._name LIMIT $l4
  UNION ALL
    MATCH (n13:District) WHERE n13.ags STARTS WITH $p13
    RETURN n13, CASE n13.ags WHEN $p13 THEN 0 ELSE 1 END AS s14 ORDER BY n13.ags LIMIT $l4
  UNION ALL
    MATCH (n13:Municipality) WHERE n13.ags STARTS WITH $p13
    RETURN n13, CASE n13.ags WHEN $p13 THEN 0 ELSE 1 END AS s14 ORDER BY n13.ags LIMIT $l4
  UNION ALL
    MATCH (n13:State) WHERE n13.ags STARTS WITH $p13
    RETURN n13, CASE n13.ags WHEN $p13 THEN 0 ELSE 1 END AS s14 ORDER BY n13.ags LIMIT $l4
  UNION ALL
    CALL db.index.fulltext.queryNodes('search_public', $p14, {limit: 200})
    YIELD node AS n13
    WITH n13 WHERE n13:Declaration|District|Event|Figure|Instrument|Municipality|Network|Offer|Partner|Person|Phase|Programme|Publication|Session|Source|State|Statement|Topic
    RETURN n13, CASE WHEN n13:Declaration|Instrument|Publication|State|Topic THEN 8 WHEN n13:District|Event|Municipality|Network|Partner|Person|Programme THEN 7 WHEN n13:Figure|Offer|Session|Statement THEN 9 WHEN n13:Phase|Source THEN 10 END AS s14
  }
  WITH n13, min(s14) AS s14
  ORDER BY s14, n13._name, n13.slug, CASE WHEN n13:Declaration THEN 'Declaration' WHEN n13:District THEN 'District' WHEN n13:Event THEN 'Event' WHEN n13:Figure THEN 'Figure' WHEN n13:Instrument THEN 'Instrument' WHEN n13:Municipality THEN 'Municipality' WHEN n13:Network THEN 'Network' WHEN n13:Offer THEN 'Offer' WHEN n13:Partner THEN 'Partner' WHEN n13:Person THEN 'Person' WHEN n13:Phase THEN 'Phase' WHEN n13:Programme THEN 'Programme' WHEN n13:Publication THEN 'Publication' WHEN n13:Session THEN 'Session' WHEN n13:Source THEN 'Source' WHEN n13:State THEN 'State' WHEN n13:Statement THEN 'Statement' WHEN n13:Topic THEN 'Topic' END LIMIT $l4
  RETURN collect([n13.slug]) AS r15s
}
RETURN r3s,
       r6s,
       r9s,
       r12s,
       r15s

// $p0 = {"other":"ehr","District":"ehr","Municipality":"ehr","State":"ehr"}
// $p1 = "ehr"
// $p2 = "+(association:ehr^2 minorityName:ehr^4 name:ehr^10 name_de_simple:ehr^10 name_en:ehr^10 officialName:ehr^4 shortName:ehr^10 shortTitle:ehr^8 title:ehr^10 title_de_simple:ehr^10 title_en:ehr^10 association:ehr*^1 minorityName:ehr*^2 name:ehr*^5 name_de_simple:ehr*^5 name_en:ehr*^5 officialName:ehr*^2 shortName:ehr*^5 shortTitle:ehr*^4 title:ehr*^5 title_de_simple:ehr*^5 title_en:ehr*^5)"
// $p3 = {"other":"kreis o","District":"o","Municipality":"kreis o","State":"kreis o"}
// $p4 = "Kreis oe"
// $p5 = "+(association:oe^2 minorityName:oe^4 name:oe^10 officialName:oe^4 association:o*^1 minorityName:o*^2 name:o*^5 officialName:o*^2)"
// $p6 = {"other":"lk ottersee","District":"ottersee","Municipality":"lk ottersee","State":"lk ottersee"}
// $p7 = "LK Ottersee"
// $p8 = "+(association:ottersee^2 minorityName:ottersee^4 name:ottersee^10 name_de_simple:ottersee^10 name_en:ottersee^10 officialName:ottersee^4 shortName:ottersee^10 shortTitle:ottersee^8 title:ottersee^10 title_de_simple:ottersee^10 title_en:ottersee^10 association:ottersee*^1 minorityName:ottersee*^2 name:ottersee*^5 name_de_simple:ottersee*^5 name_en:ottersee*^5 officialName:ottersee*^2 shortName:ottersee*^5 shortTitle:ottersee*^4 title:ottersee*^5 title_de_simple:ottersee*^5 title_en:ottersee*^5)"
// $p9 = {"other":"9100","District":"9100","Municipality":"9100","State":"9100"}
// $p10 = "9100"
// $p11 = "+(association:9100^2 minorityName:9100^4 name:9100^10 officialName:9100^4 association:9100*^1 minorityName:9100*^2 name:9100*^5 officialName:9100*^2)"
// $p12 = {"other":null,"District":null,"Municipality":null,"State":null}
// $p13 = null
// $p14 = "+engagegraphnothing"
// $l0 = 3
// $l1 = 3
// $l2 = 20
// $l3 = 20
// $l4 = 20
