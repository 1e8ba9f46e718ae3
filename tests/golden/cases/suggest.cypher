RETURN COLLECT {
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
  RETURN [CASE WHEN n1:Declaration THEN 'Declaration' WHEN n1:District THEN 'District' WHEN n1:Event THEN 'Event' WHEN n1:Figure THEN 'Figure' WHEN n1:Instrument THEN 'Instrument' WHEN n1:Municipality THEN 'Municipality' WHEN n1:Network THEN 'Network' WHEN n1:Offer THEN 'Offer' WHEN n1:Partner THEN 'Partner' WHEN n1:Person THEN 'Person' WHEN n1:Phase THEN 'Phase' WHEN n1:Programme THEN 'Programme' WHEN n1:Publication THEN 'Publication' WHEN n1:Session THEN 'Session' WHEN n1:Source THEN 'Source' WHEN n1:State THEN 'State' WHEN n1:Statement THEN 'Statement' WHEN n1:Topic THEN 'Topic' END, n1.slug, n1.title, coalesce(n1.name_en, n1.name), n1.name, coalesce(n1.title_en, n1.title)]
},
       COLLECT {
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
  RETURN [CASE WHEN n4:District THEN 'District' WHEN n4:State THEN 'State' END, n4.ags]
},
       COLLECT {
  CALL () {
    MATCH (n7:District) WHERE n7._name STARTS WITH $p6.District
    RETURN n7, CASE n7._name WHEN $p6.District THEN 0 ELSE 1 END AS s8 ORDER BY n7._name LIMIT $l2
  UNION ALL
    MATCH (n7:District) WHERE n7.ags STARTS WITH $p7
    RETURN n7, CASE n7.ags WHEN $p7 THEN 0 ELSE 1 END AS s8 ORDER BY n7.ags LIMIT $l2
  UNION ALL
    CALL db.index.fulltext.queryNodes('search_public', $p8, {limit: 200})
    YIELD node AS n7
    WITH n7 WHERE n7:District
    RETURN n7, CASE WHEN n7:District THEN 7 END AS s8
  }
  WITH n7, min(s8) AS s8
  ORDER BY s8, n7._name, n7.slug, 'District' LIMIT $l2
  RETURN [n7.slug]
},
       COLLECT {
  CALL () {
    MATCH (n10:Declaration) WHERE n10._name STARTS WITH $p9.other
    RETURN n10, CASE n10._name WHEN $p9.other THEN 0 ELSE 2 END AS s11 ORDER BY n10._name LIMIT $l3
  UNION ALL
    MATCH (n10:District) WHERE n10._name STARTS WITH $p9.District
    RETURN n10, CASE n10._name WHEN $p9.District THEN 0 ELSE 1 END AS s11 ORDER BY n10._name LIMIT $l3
  UNION ALL
    MATCH (n10:Event) WHERE n10._name STARTS WITH $p9.other
    RETURN n10, CASE n10._name WHEN $p9.other THEN 0 ELSE 1 END AS s11 ORDER BY n10._name LIMIT $l3
  UNION ALL
    MATCH (n10:Figure) WHERE n10._name STARTS WITH $p9.other
    RETURN n10, CASE n10._name WHEN $p9.other THEN 0 ELSE 3 END AS s11 ORDER BY n10._name LIMIT $l3
  UNION ALL
    MATCH (n10:Instrument) WHERE n10._name STARTS WITH $p9.other
    RETURN n10, CASE n10._name WHEN $p9.other THEN 0 ELSE 2 END AS s11 ORDER BY n10._name LIMIT $l3
  UNION ALL
    MATCH (n10:Municipality) WHERE n10._name STARTS WITH $p9.Municipality
    RETURN n10, CASE n10._name WHEN $p9.Municipality THEN 0 ELSE 1 END AS s11 ORDER BY n10._name LIMIT $l3
  UNION ALL
    MATCH (n10:Network) WHERE n10._name STARTS WITH $p9.other
    RETURN n10, CASE n10._name WHEN $p9.other THEN 0 ELSE 1 END AS s11 ORDER BY n10._name LIMIT $l3
  UNION ALL
    MATCH (n10:Offer) WHERE n10._name STARTS WITH $p9.other
    RETURN n10, CASE n10._name WHEN $p9.other THEN 0 ELSE 3 END AS s11 ORDER BY n10._name LIMIT $l3
  UNION ALL
    MATCH (n10:Partner) WHERE n10._name STARTS WITH $p9.other
    RETURN n10, CASE n10._name WHEN $p9.other THEN 0 ELSE 1 END AS s11 ORDER BY n10._name LIMIT $l3
  UNION ALL
    MATCH (n10:Person) WHERE n10._name STARTS WITH $p9.other
    RETURN n10, CASE n10._name WHEN $p9.other THEN 0 ELSE 1 END AS s11 ORDER BY n10._name LIMIT $l3
  UNION ALL
    MATCH (n10:Phase) WHERE n10._name STARTS WITH $p9.other
    RETURN n10, CASE n10._name WHEN $p9.other THEN 0 ELSE 4 END AS s11 ORDER BY n10._name LIMIT $l3
  UNION ALL
    MATCH (n10:Programme) WHERE n10._name STARTS WITH $p9.other
    RETURN n10, CASE n10._name WHEN $p9.other THEN 0 ELSE 1 END AS s11 ORDER BY n10._name LIMIT $l3
  UNION ALL
    MATCH (n10:Publication) WHERE n10._name STARTS WITH $p9.other
    RETURN n10, CASE n10._name WHEN $p9.other THEN 0 ELSE 2 END AS s11 ORDER BY n10._name LIMIT $l3
  UNION ALL
    MATCH (n10:Session) WHERE n10._name STARTS WITH $p9.other
    RETURN n10, CASE n10._name WHEN $p9.other THEN 0 ELSE 3 END AS s11 ORDER BY n10._name LIMIT $l3
  UNION ALL
    MATCH (n10:Source) WHERE n10._name STARTS WITH $p9.other
    RETURN n10, CASE n10._name WHEN $p9.other THEN 0 ELSE 4 END AS s11 ORDER BY n10._name LIMIT $l3
  UNION ALL
    MATCH (n10:State) WHERE n10._name STARTS WITH $p9.State
    RETURN n10, CASE n10._name WHEN $p9.State THEN 0 ELSE 2 END AS s11 ORDER BY n10._name LIMIT $l3
  UNION ALL
    MATCH (n10:Statement) WHERE n10._name STARTS WITH $p9.other
    RETURN n10, CASE n10._name WHEN $p9.other THEN 0 ELSE 3 END AS s11 ORDER BY n10._name LIMIT $l3
  UNION ALL
    MATCH (n10:Topic) WHERE n10._name STARTS WITH $p9.other
    RETURN n10, CASE n10._name WHEN $p9.other THEN 0 ELSE 2 END AS s11 ORDER BY n10._name LIMIT $l3
  UNION ALL
    MATCH (n10:District) WHERE n10.ags STARTS WITH $p10
    RETURN n10, CASE n10.ags WHEN $p10 THEN 0 ELSE 1 END AS s11 ORDER BY n10.ags LIMIT $l3
  UNION ALL
    MATCH (n10:Municipality) WHERE n10.ags STARTS WITH $p10
    RETURN n10, CASE n10.ags WHEN $p10 THEN 0 ELSE 1 END AS s11 ORDER BY n10.ags LIMIT $l3
  UNION ALL
    MATCH (n10:State) WHERE n10.ags STARTS WITH $p10
    RETURN n10, CASE n10.ags WHEN $p10 THEN 0 ELSE 1 END AS s11 ORDER BY n10.ags LIMIT $l3
  UNION ALL
    CALL db.index.fulltext.queryNodes('search_public', $p11, {limit: 200})
    YIELD node AS n10
    WITH n10 WHERE n10:Declaration|District|Event|Figure|Instrument|Municipality|Network|Offer|Partner|Person|Phase|Programme|Publication|Session|Source|State|Statement|Topic
    RETURN n10, CASE WHEN n10:Declaration|Instrument|Publication|State|Topic THEN 8 WHEN n10:District|Event|Municipality|Network|Partner|Person|Programme THEN 7 WHEN n10:Figure|Offer|Session|Statement THEN 9 WHEN n10:Phase|Source THEN 10 END AS s11
  }
  WITH n10, min(s11) AS s11
  ORDER BY s11, n10._name, n10.slug, CASE WHEN n10:Declaration THEN 'Declaration' WHEN n10:District THEN 'District' WHEN n10:Event THEN 'Event' WHEN n10:Figure THEN 'Figure' WHEN n10:Instrument THEN 'Instrument' WHEN n10:Municipality THEN 'Municipality' WHEN n10:Network THEN 'Network' WHEN n10:Offer THEN 'Offer' WHEN n10:Partner THEN 'Partner' WHEN n10:Person THEN 'Person' WHEN n10:Phase THEN 'Phase' WHEN n10:Programme THEN 'Programme' WHEN n10:Publication THEN 'Publication' WHEN n10:Session THEN 'Session' WHEN n10:Source THEN 'Source' WHEN n10:State THEN 'State' WHEN n10:Statement THEN 'Statement' WHEN n10:Topic THEN 'Topic' END LIMIT $l3
  RETURN [n10.slug]
}

// $p0 = {"other":"engagi","District":"engagi","Municipality":"engagi","State":"engagi"}
// $p1 = "engagi"
// $p2 = "+(association:engagi^2 minorityName:engagi^4 name:engagi^10 name_de_simple:engagi^10 name_en:engagi^10 officialName:engagi^4 shortName:engagi^10 shortTitle:engagi^8 title:engagi^10 title_de_simple:engagi^10 title_en:engagi^10 association:engagi*^1 minorityName:engagi*^2 name:engagi*^5 name_de_simple:engagi*^5 name_en:engagi*^5 officialName:engagi*^2 shortName:engagi*^5 shortTitle:engagi*^4 title:engagi*^5 title_de_simple:engagi*^5 title_en:engagi*^5)"
// $p3 = {"other":"kreis em","District":"em","Municipality":"kreis em","State":"kreis em"}
// $p4 = "Kreis em"
// $p5 = "+(association:em^2 minorityName:em^4 name:em^10 name_de_simple:em^10 name_en:em^10 officialName:em^4 shortName:em^10 shortTitle:em^8 title:em^10 title_de_simple:em^10 title_en:em^10 association:em*^1 minorityName:em*^2 name:em*^5 name_de_simple:em*^5 name_en:em*^5 officialName:em*^2 shortName:em*^5 shortTitle:em*^4 title:em*^5 title_de_simple:em*^5 title_en:em*^5)"
// $p6 = {"other":"0345","District":"0345","Municipality":"0345","State":"0345"}
// $p7 = "0345"
// $p8 = "+(association:0345^2 minorityName:0345^4 name:0345^10 name_de_simple:0345^10 name_en:0345^10 officialName:0345^4 shortName:0345^10 shortTitle:0345^8 title:0345^10 title_de_simple:0345^10 title_en:0345^10 association:0345*^1 minorityName:0345*^2 name:0345*^5 name_de_simple:0345*^5 name_en:0345*^5 officialName:0345*^2 shortName:0345*^5 shortTitle:0345*^4 title:0345*^5 title_de_simple:0345*^5 title_en:0345*^5)"
// $p9 = {"other":null,"District":null,"Municipality":null,"State":null}
// $p10 = null
// $p11 = "+engagegraphnothing"
// $l0 = 4
// $l1 = 4
// $l2 = 21
// $l3 = 21
