CALL (*) {
  CALL () {
    MATCH (n1:Declaration) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 2 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:District) WHERE n1._name STARTS WITH $p0.District
    RETURN n1, CASE n1._name WHEN $p0.District THEN 0 ELSE 1 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:Event) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 1 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:Figure) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 3 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:Instrument) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 2 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:Municipality) WHERE n1._name STARTS WITH $p0.Municipality
    RETURN n1, CASE n1._name WHEN $p0.Municipality THEN 0 ELSE 1 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:Network) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 1 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:Offer) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 3 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:Partner) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 1 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:Person) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 1 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:Phase) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 4 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:Programme) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 1 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:Publication) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 2 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:Session) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 3 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:Source) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 4 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:State) WHERE n1._name STARTS WITH $p0.State
    RETURN n1, CASE n1._name WHEN $p0.State THEN 0 ELSE 2 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:Statement) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 3 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:Topic) WHERE n1._name STARTS WITH $p0.other
    RETURN n1, CASE n1._name WHEN $p0.other THEN 0 ELSE 2 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:District) WHERE n1.ags STARTS WITH $p1
    RETURN n1, CASE n1.ags WHEN $p1 THEN 0 ELSE 1 END AS s2 ORDER BY n1.ags, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:Municipality) WHERE n1.ags STARTS WITH $p1
    RETURN n1, CASE n1.ags WHEN $p1 THEN 0 ELSE 1 END AS s2 ORDER BY n1.ags, n1.slug LIMIT $l0
  UNION ALL
    MATCH (n1:State) WHERE n1.ags STARTS WITH $p1
    RETURN n1, CASE n1.ags WHEN $p1 THEN 0 ELSE 1 END AS s2 ORDER BY n1.ags, n1.slug LIMIT $l0
  }
  WITH n1, min(s2) AS s2
  WITH collect([n1, s2]) AS found3
  CALL (found3) {
    UNWIND found3 AS pair RETURN pair[0] AS n1, pair[1] AS s2
  UNION ALL
    UNWIND CASE WHEN size(found3) < $l0 THEN [1] ELSE [] END AS room
    CALL db.index.fulltext.queryNodes('search_public', $p2, {limit: 200})
    YIELD node AS n1
    WITH n1 WHERE n1:Declaration|District|Event|Figure|Instrument|Municipality|Network|Offer|Partner|Person|Phase|Programme|Publication|Session|Source|State|Statement|Topic
    RETURN n1, CASE WHEN n1:Declaration|Instrument|Publication|State|Topic THEN 8 WHEN n1:District|Event|Municipality|Network|Partner|Person|Programme THEN 7 WHEN n1:Figure|Offer|Session|Statement THEN 9 WHEN n1:Phase|Source THEN 10 END AS s2
  UNION ALL
    UNWIND CASE WHEN size(found3) < $l0 THEN [1] ELSE [] END AS room
    MATCH (n1:District) WHERE n1._name STARTS WITH $p3.District
    RETURN n1, CASE n1._name WHEN $p3.District THEN 0 ELSE 13 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    UNWIND CASE WHEN size(found3) < $l0 THEN [1] ELSE [] END AS room
    MATCH (n1:Municipality) WHERE n1._name STARTS WITH $p3.Municipality
    RETURN n1, CASE n1._name WHEN $p3.Municipality THEN 0 ELSE 13 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  UNION ALL
    UNWIND CASE WHEN size(found3) < $l0 THEN [1] ELSE [] END AS room
    MATCH (n1:State) WHERE n1._name STARTS WITH $p3.State
    RETURN n1, CASE n1._name WHEN $p3.State THEN 0 ELSE 13 END AS s2 ORDER BY n1._name, n1.slug LIMIT $l0
  }
  WITH n1, min(s2) AS s2
  ORDER BY s2, n1._name, n1.slug, CASE WHEN n1:Declaration THEN 'Declaration' WHEN n1:District THEN 'District' WHEN n1:Event THEN 'Event' WHEN n1:Figure THEN 'Figure' WHEN n1:Instrument THEN 'Instrument' WHEN n1:Municipality THEN 'Municipality' WHEN n1:Network THEN 'Network' WHEN n1:Offer THEN 'Offer' WHEN n1:Partner THEN 'Partner' WHEN n1:Person THEN 'Person' WHEN n1:Phase THEN 'Phase' WHEN n1:Programme THEN 'Programme' WHEN n1:Publication THEN 'Publication' WHEN n1:Session THEN 'Session' WHEN n1:Source THEN 'Source' WHEN n1:State THEN 'State' WHEN n1:Statement THEN 'Statement' WHEN n1:Topic THEN 'Topic' END LIMIT $l0
  RETURN collect([CASE WHEN n1:Declaration THEN 'Declaration' WHEN n1:District THEN 'District' WHEN n1:Event THEN 'Event' WHEN n1:Figure THEN 'Figure' WHEN n1:Instrument THEN 'Instrument' WHEN n1:Municipality THEN 'Municipality' WHEN n1:Network THEN 'Network' WHEN n1:Offer THEN 'Offer' WHEN n1:Partner THEN 'Partner' WHEN n1:Person THEN 'Person' WHEN n1:Phase THEN 'Phase' WHEN n1:Programme THEN 'Programme' WHEN n1:Publication THEN 'Publication' WHEN n1:Session THEN 'Session' WHEN n1:Source THEN 'Source' WHEN n1:State THEN 'State' WHEN n1:Statement THEN 'Statement' ELSE 'Topic' END, n1.slug, n1.title, coalesce(n1.name_en, n1.name), n1.name, coalesce(n1.title_en, n1.title)]) AS r4s
}
CALL (*) {
  CALL () {
    MATCH (n5:District) WHERE n5._name STARTS WITH $p4.District
    RETURN n5, CASE n5._name WHEN $p4.District THEN 0 ELSE 1 END AS s6 ORDER BY n5._name, n5.slug LIMIT $l1
  UNION ALL
    MATCH (n5:State) WHERE n5._name STARTS WITH $p4.State
    RETURN n5, CASE n5._name WHEN $p4.State THEN 0 ELSE 2 END AS s6 ORDER BY n5._name, n5.slug LIMIT $l1
  UNION ALL
    MATCH (n5:District) WHERE n5.ags STARTS WITH $p5
    RETURN n5, CASE n5.ags WHEN $p5 THEN 0 ELSE 1 END AS s6 ORDER BY n5.ags, n5.slug LIMIT $l1
  UNION ALL
    MATCH (n5:State) WHERE n5.ags STARTS WITH $p5
    RETURN n5, CASE n5.ags WHEN $p5 THEN 0 ELSE 1 END AS s6 ORDER BY n5.ags, n5.slug LIMIT $l1
  }
  WITH n5, min(s6) AS s6
  WITH collect([n5, s6]) AS found7
  CALL (found7) {
    UNWIND found7 AS pair RETURN pair[0] AS n5, pair[1] AS s6
  UNION ALL
    UNWIND CASE WHEN size(found7) < $l1 THEN [1] ELSE [] END AS room
    CALL db.index.fulltext.queryNodes('search_public', $p6, {limit: 200})
    YIELD node AS n5
    WITH n5 WHERE n5:District|State
    RETURN n5, CASE WHEN n5:District THEN 7 WHEN n5:State THEN 8 END AS s6
  UNION ALL
    UNWIND CASE WHEN size(found7) < $l1 THEN [1] ELSE [] END AS room
    MATCH (n5:District) WHERE n5._name STARTS WITH $p7.District
    RETURN n5, CASE n5._name WHEN $p7.District THEN 0 ELSE 13 END AS s6 ORDER BY n5._name, n5.slug LIMIT $l1
  UNION ALL
    UNWIND CASE WHEN size(found7) < $l1 THEN [1] ELSE [] END AS room
    MATCH (n5:State) WHERE n5._name STARTS WITH $p7.State
    RETURN n5, CASE n5._name WHEN $p7.State THEN 0 ELSE 13 END AS s6 ORDER BY n5._name, n5.slug LIMIT $l1
  }
  WITH n5, min(s6) AS s6
  ORDER BY s6, n5._name, n5.slug, CASE WHEN n5:District THEN 'District' WHEN n5:State THEN 'State' END LIMIT $l1
  RETURN collect([CASE WHEN n5:District THEN 'District' ELSE 'State' END, n5.ags]) AS r8s
}
CALL (*) {
  CALL () {
    MATCH (n9:Declaration) WHERE n9._name STARTS WITH $p8.other
    RETURN n9, CASE n9._name WHEN $p8.other THEN 0 ELSE 2 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:District) WHERE n9._name STARTS WITH $p8.District
    RETURN n9, CASE n9._name WHEN $p8.District THEN 0 ELSE 1 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:Event) WHERE n9._name STARTS WITH $p8.other
    RETURN n9, CASE n9._name WHEN $p8.other THEN 0 ELSE 1 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:Figure) WHERE n9._name STARTS WITH $p8.other
    RETURN n9, CASE n9._name WHEN $p8.other THEN 0 ELSE 3 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:Instrument) WHERE n9._name STARTS WITH $p8.other
    RETURN n9, CASE n9._name WHEN $p8.other THEN 0 ELSE 2 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:Municipality) WHERE n9._name STARTS WITH $p8.Municipality
    RETURN n9, CASE n9._name WHEN $p8.Municipality THEN 0 ELSE 1 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:Network) WHERE n9._name STARTS WITH $p8.other
    RETURN n9, CASE n9._name WHEN $p8.other THEN 0 ELSE 1 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:Offer) WHERE n9._name STARTS WITH $p8.other
    RETURN n9, CASE n9._name WHEN $p8.other THEN 0 ELSE 3 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:Partner) WHERE n9._name STARTS WITH $p8.other
    RETURN n9, CASE n9._name WHEN $p8.other THEN 0 ELSE 1 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:Person) WHERE n9._name STARTS WITH $p8.other
    RETURN n9, CASE n9._name WHEN $p8.other THEN 0 ELSE 1 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:Phase) WHERE n9._name STARTS WITH $p8.other
    RETURN n9, CASE n9._name WHEN $p8.other THEN 0 ELSE 4 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:Programme) WHERE n9._name STARTS WITH $p8.other
    RETURN n9, CASE n9._name WHEN $p8.other THEN 0 ELSE 1 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:Publication) WHERE n9._name STARTS WITH $p8.other
    RETURN n9, CASE n9._name WHEN $p8.other THEN 0 ELSE 2 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:Session) WHERE n9._name STARTS WITH $p8.other
    RETURN n9, CASE n9._name WHEN $p8.other THEN 0 ELSE 3 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:Source) WHERE n9._name STARTS WITH $p8.other
    RETURN n9, CASE n9._name WHEN $p8.other THEN 0 ELSE 4 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:State) WHERE n9._name STARTS WITH $p8.State
    RETURN n9, CASE n9._name WHEN $p8.State THEN 0 ELSE 2 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:Statement) WHERE n9._name STARTS WITH $p8.other
    RETURN n9, CASE n9._name WHEN $p8.other THEN 0 ELSE 3 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:Topic) WHERE n9._name STARTS WITH $p8.other
    RETURN n9, CASE n9._name WHEN $p8.other THEN 0 ELSE 2 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:District) WHERE n9.ags STARTS WITH $p9
    RETURN n9, CASE n9.ags WHEN $p9 THEN 0 ELSE 1 END AS s10 ORDER BY n9.ags, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:Municipality) WHERE n9.ags STARTS WITH $p9
    RETURN n9, CASE n9.ags WHEN $p9 THEN 0 ELSE 1 END AS s10 ORDER BY n9.ags, n9.slug LIMIT $l2
  UNION ALL
    MATCH (n9:State) WHERE n9.ags STARTS WITH $p9
    RETURN n9, CASE n9.ags WHEN $p9 THEN 0 ELSE 1 END AS s10 ORDER BY n9.ags, n9.slug LIMIT $l2
  }
  WITH n9, min(s10) AS s10
  WITH collect([n9, s10]) AS found11
  CALL (found11) {
    UNWIND found11 AS pair RETURN pair[0] AS n9, pair[1] AS s10
  UNION ALL
    UNWIND CASE WHEN size(found11) < $l2 THEN [1] ELSE [] END AS room
    CALL db.index.fulltext.queryNodes('search_public', $p10, {limit: 200})
    YIELD node AS n9
    WITH n9 WHERE n9:Declaration|District|Event|Figure|Instrument|Municipality|Network|Offer|Partner|Person|Phase|Programme|Publication|Session|Source|State|Statement|Topic
    RETURN n9, CASE WHEN n9:Declaration|Instrument|Publication|State|Topic THEN 8 WHEN n9:District|Event|Municipality|Network|Partner|Person|Programme THEN 7 WHEN n9:Figure|Offer|Session|Statement THEN 9 WHEN n9:Phase|Source THEN 10 END AS s10
  UNION ALL
    UNWIND CASE WHEN size(found11) < $l2 THEN [1] ELSE [] END AS room
    MATCH (n9:District) WHERE n9._name STARTS WITH $p11.District
    RETURN n9, CASE n9._name WHEN $p11.District THEN 0 ELSE 13 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    UNWIND CASE WHEN size(found11) < $l2 THEN [1] ELSE [] END AS room
    MATCH (n9:Municipality) WHERE n9._name STARTS WITH $p11.Municipality
    RETURN n9, CASE n9._name WHEN $p11.Municipality THEN 0 ELSE 13 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  UNION ALL
    UNWIND CASE WHEN size(found11) < $l2 THEN [1] ELSE [] END AS room
    MATCH (n9:State) WHERE n9._name STARTS WITH $p11.State
    RETURN n9, CASE n9._name WHEN $p11.State THEN 0 ELSE 13 END AS s10 ORDER BY n9._name, n9.slug LIMIT $l2
  }
  WITH n9, min(s10) AS s10
  ORDER BY s10, n9._name, n9.slug, CASE WHEN n9:Declaration THEN 'Declaration' WHEN n9:District THEN 'District' WHEN n9:Event THEN 'Event' WHEN n9:Figure THEN 'Figure' WHEN n9:Instrument THEN 'Instrument' WHEN n9:Municipality THEN 'Municipality' WHEN n9:Network THEN 'Network' WHEN n9:Offer THEN 'Offer' WHEN n9:Partner THEN 'Partner' WHEN n9:Person THEN 'Person' WHEN n9:Phase THEN 'Phase' WHEN n9:Programme THEN 'Programme' WHEN n9:Publication THEN 'Publication' WHEN n9:Session THEN 'Session' WHEN n9:Source THEN 'Source' WHEN n9:State THEN 'State' WHEN n9:Statement THEN 'Statement' WHEN n9:Topic THEN 'Topic' END LIMIT $l2
  RETURN collect([n9.slug]) AS r12s
}
CALL (*) {
  CALL () {
    MATCH (n13:District) WHERE n13._name STARTS WITH $p12.District
    RETURN n13, CASE n13._name WHEN $p12.District THEN 0 ELSE 1 END AS s14 ORDER BY n13._name, n13.slug LIMIT $l3
  UNION ALL
    MATCH (n13:District) WHERE n13.ags STARTS WITH $p13
    RETURN n13, CASE n13.ags WHEN $p13 THEN 0 ELSE 1 END AS s14 ORDER BY n13.ags, n13.slug LIMIT $l3
  }
  WITH n13, min(s14) AS s14
  WITH collect([n13, s14]) AS found15
  CALL (found15) {
    UNWIND found15 AS pair RETURN pair[0] AS n13, pair[1] AS s14
  UNION ALL
    UNWIND CASE WHEN size(found15) < $l3 THEN [1] ELSE [] END AS room
    CALL db.index.fulltext.queryNodes('search_public', $p14, {limit: 200})
    YIELD node AS n13
    WITH n13 WHERE n13:District
    RETURN n13, CASE WHEN n13:District THEN 7 END AS s14
  UNION ALL
    UNWIND CASE WHEN size(found15) < $l3 THEN [1] ELSE [] END AS room
    MATCH (n13:District) WHERE n13._name STARTS WITH $p15.District
    RETURN n13, CASE n13._name WHEN $p15.District THEN 0 ELSE 13 END AS s14 ORDER BY n13._name, n13.slug LIMIT $l3
  }
  WITH n13, min(s14) AS s14
  ORDER BY s14, n13._name, n13.slug, 'District' LIMIT $l3
  RETURN collect([n13.slug]) AS r16s
}
CALL (*) {
  CALL () {
    MATCH (n17:Declaration) WHERE n17._name STARTS WITH $p16.other
    RETURN n17, CASE n17._name WHEN $p16.other THEN 0 ELSE 2 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:District) WHERE n17._name STARTS WITH $p16.District
    RETURN n17, CASE n17._name WHEN $p16.District THEN 0 ELSE 1 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:Event) WHERE n17._name STARTS WITH $p16.other
    RETURN n17, CASE n17._name WHEN $p16.other THEN 0 ELSE 1 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:Figure) WHERE n17._name STARTS WITH $p16.other
    RETURN n17, CASE n17._name WHEN $p16.other THEN 0 ELSE 3 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:Instrument) WHERE n17._name STARTS WITH $p16.other
    RETURN n17, CASE n17._name WHEN $p16.other THEN 0 ELSE 2 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:Municipality) WHERE n17._name STARTS WITH $p16.Municipality
    RETURN n17, CASE n17._name WHEN $p16.Municipality THEN 0 ELSE 1 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:Network) WHERE n17._name STARTS WITH $p16.other
    RETURN n17, CASE n17._name WHEN $p16.other THEN 0 ELSE 1 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:Offer) WHERE n17._name STARTS WITH $p16.other
    RETURN n17, CASE n17._name WHEN $p16.other THEN 0 ELSE 3 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:Partner) WHERE n17._name STARTS WITH $p16.other
    RETURN n17, CASE n17._name WHEN $p16.other THEN 0 ELSE 1 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:Person) WHERE n17._name STARTS WITH $p16.other
    RETURN n17, CASE n17._name WHEN $p16.other THEN 0 ELSE 1 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:Phase) WHERE n17._name STARTS WITH $p16.other
    RETURN n17, CASE n17._name WHEN $p16.other THEN 0 ELSE 4 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:Programme) WHERE n17._name STARTS WITH $p16.other
    RETURN n17, CASE n17._name WHEN $p16.other THEN 0 ELSE 1 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:Publication) WHERE n17._name STARTS WITH $p16.other
    RETURN n17, CASE n17._name WHEN $p16.other THEN 0 ELSE 2 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:Session) WHERE n17._name STARTS WITH $p16.other
    RETURN n17, CASE n17._name WHEN $p16.other THEN 0 ELSE 3 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:Source) WHERE n17._name STARTS WITH $p16.other
    RETURN n17, CASE n17._name WHEN $p16.other THEN 0 ELSE 4 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:State) WHERE n17._name STARTS WITH $p16.State
    RETURN n17, CASE n17._name WHEN $p16.State THEN 0 ELSE 2 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:Statement) WHERE n17._name STARTS WITH $p16.other
    RETURN n17, CASE n17._name WHEN $p16.other THEN 0 ELSE 3 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:Topic) WHERE n17._name STARTS WITH $p16.other
    RETURN n17, CASE n17._name WHEN $p16.other THEN 0 ELSE 2 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:District) WHERE n17.ags STARTS WITH $p17
    RETURN n17, CASE n17.ags WHEN $p17 THEN 0 ELSE 1 END AS s18 ORDER BY n17.ags, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:Municipality) WHERE n17.ags STARTS WITH $p17
    RETURN n17, CASE n17.ags WHEN $p17 THEN 0 ELSE 1 END AS s18 ORDER BY n17.ags, n17.slug LIMIT $l4
  UNION ALL
    MATCH (n17:State) WHERE n17.ags STARTS WITH $p17
    RETURN n17, CASE n17.ags WHEN $p17 THEN 0 ELSE 1 END AS s18 ORDER BY n17.ags, n17.slug LIMIT $l4
  }
  WITH n17, min(s18) AS s18
  WITH collect([n17, s18]) AS found19
  CALL (found19) {
    UNWIND found19 AS pair RETURN pair[0] AS n17, pair[1] AS s18
  UNION ALL
    UNWIND CASE WHEN size(found19) < $l4 THEN [1] ELSE [] END AS room
    CALL db.index.fulltext.queryNodes('search_public', $p18, {limit: 200})
    YIELD node AS n17
    WITH n17 WHERE n17:Declaration|District|Event|Figure|Instrument|Municipality|Network|Offer|Partner|Person|Phase|Programme|Publication|Session|Source|State|Statement|Topic
    RETURN n17, CASE WHEN n17:Declaration|Instrument|Publication|State|Topic THEN 8 WHEN n17:District|Event|Municipality|Network|Partner|Person|Programme THEN 7 WHEN n17:Figure|Offer|Session|Statement THEN 9 WHEN n17:Phase|Source THEN 10 END AS s18
  UNION ALL
    UNWIND CASE WHEN size(found19) < $l4 THEN [1] ELSE [] END AS room
    MATCH (n17:District) WHERE n17._name STARTS WITH $p19.District
    RETURN n17, CASE n17._name WHEN $p19.District THEN 0 ELSE 13 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    UNWIND CASE WHEN size(found19) < $l4 THEN [1] ELSE [] END AS room
    MATCH (n17:Municipality) WHERE n17._name STARTS WITH $p19.Municipality
    RETURN n17, CASE n17._name WHEN $p19.Municipality THEN 0 ELSE 13 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  UNION ALL
    UNWIND CASE WHEN size(found19) < $l4 THEN [1] ELSE [] END AS room
    MATCH (n17:State) WHERE n17._name STARTS WITH $p19.State
    RETURN n17, CASE n17._name WHEN $p19.State THEN 0 ELSE 13 END AS s18 ORDER BY n17._name, n17.slug LIMIT $l4
  }
  WITH n17, min(s18) AS s18
  ORDER BY s18, n17._name, n17.slug, CASE WHEN n17:Declaration THEN 'Declaration' WHEN n17:District THEN 'District' WHEN n17:Event THEN 'Event' WHEN n17:Figure THEN 'Figure' WHEN n17:Instrument THEN 'Instrument' WHEN n17:Municipality THEN 'Municipality' WHEN n17:Network THEN 'Network' WHEN n17:Offer THEN 'Offer' WHEN n17:Partner THEN 'Partner' WHEN n17:Person THEN 'Person' WHEN n17:Phase THEN 'Phase' WHEN n17:Programme THEN 'Programme' WHEN n17:Publication THEN 'Publication' WHEN n17:Session THEN 'Session' WHEN n17:Source THEN 'Source' WHEN n17:State THEN 'State' WHEN n17:Statement THEN 'Statement' WHEN n17:Topic THEN 'Topic' END LIMIT $l4
  RETURN collect([n17.slug]) AS r20s
}
RETURN r4s,
       r8s,
       r12s,
       r16s,
       r20s

// $p0 = {"other":"ehr","District":"ehr","Municipality":"ehr","State":"ehr"}
// $p1 = "ehr"
// $p2 = "+(association:ehr^2 minorityName:ehr^4 name:ehr^10 name_de_simple:ehr^10 name_en:ehr^10 officialName:ehr^4 shortName:ehr^10 shortTitle:ehr^8 title:ehr^10 title_de_simple:ehr^10 title_en:ehr^10 association:ehr*^1 minorityName:ehr*^2 name:ehr*^5 name_de_simple:ehr*^5 name_en:ehr*^5 officialName:ehr*^2 shortName:ehr*^5 shortTitle:ehr*^4 title:ehr*^5 title_de_simple:ehr*^5 title_en:ehr*^5)"
// $p3 = {"District":null,"Municipality":null,"State":null}
// $p4 = {"other":"kreis o","District":"o","Municipality":"kreis o","State":"kreis o"}
// $p5 = "Kreis oe"
// $p6 = "+(_type:district_ _type:state_)^0 +(+(association:oe^2 minorityName:oe^4 name:oe^10 officialName:oe^4 association:o*^1 minorityName:o*^2 name:o*^5 officialName:o*^2) _type:engagegraphnothing)"
// $p7 = {"District":null,"Municipality":null,"State":null}
// $p8 = {"other":"lk ottersee","District":"ottersee","Municipality":"lk ottersee","State":"lk ottersee"}
// $p9 = "LK Ottersee"
// $p10 = "+(association:ottersee^2 minorityName:ottersee^4 name:ottersee^10 name_de_simple:ottersee^10 name_en:ottersee^10 officialName:ottersee^4 shortName:ottersee^10 shortTitle:ottersee^8 title:ottersee^10 title_de_simple:ottersee^10 title_en:ottersee^10 association:ottersee*^1 minorityName:ottersee*^2 name:ottersee*^5 name_de_simple:ottersee*^5 name_en:ottersee*^5 officialName:ottersee*^2 shortName:ottersee*^5 shortTitle:ottersee*^4 title:ottersee*^5 title_de_simple:ottersee*^5 title_en:ottersee*^5)"
// $p11 = {"District":null,"Municipality":null,"State":null}
// $p12 = {"other":"9100","District":"9100","Municipality":"9100","State":"9100"}
// $p13 = "9100"
// $p14 = "+(_type:district_)^0 +(+(association:9100^2 minorityName:9100^4 name:9100^10 officialName:9100^4 association:9100*^1 minorityName:9100*^2 name:9100*^5 officialName:9100*^2) _type:engagegraphnothing)"
// $p15 = {"District":null,"Municipality":null,"State":null}
// $p16 = {"other":null,"District":null,"Municipality":null,"State":null}
// $p17 = null
// $p18 = "+engagegraphnothing"
// $p19 = {"District":null,"Municipality":null,"State":null}
// $l0 = 3
// $l1 = 3
// $l2 = 20
// $l3 = 20
// $l4 = 20
