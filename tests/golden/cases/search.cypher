RETURN COUNT {
  CALL db.index.fulltext.queryNodes('search_public', $p0)
  YIELD node AS n1, score AS e2
  WITH *
  RETURN n1
},
       COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $p0)
  YIELD node AS n1, score AS e2
  WITH *
  WITH e2, n1 ORDER BY e2 DESC, n1.slug, CASE WHEN n1:Declaration THEN 'Declaration' WHEN n1:District THEN 'District' WHEN n1:Event THEN 'Event' WHEN n1:Figure THEN 'Figure' WHEN n1:Instrument THEN 'Instrument' WHEN n1:Municipality THEN 'Municipality' WHEN n1:Network THEN 'Network' WHEN n1:Offer THEN 'Offer' WHEN n1:Partner THEN 'Partner' WHEN n1:Person THEN 'Person' WHEN n1:Phase THEN 'Phase' WHEN n1:Programme THEN 'Programme' WHEN n1:Publication THEN 'Publication' WHEN n1:Session THEN 'Session' WHEN n1:Source THEN 'Source' WHEN n1:State THEN 'State' WHEN n1:Statement THEN 'Statement' WHEN n1:Topic THEN 'Topic' END LIMIT $l0
  RETURN [CASE WHEN n1:Declaration THEN 'Declaration' WHEN n1:District THEN 'District' WHEN n1:Event THEN 'Event' WHEN n1:Figure THEN 'Figure' WHEN n1:Instrument THEN 'Instrument' WHEN n1:Municipality THEN 'Municipality' WHEN n1:Network THEN 'Network' WHEN n1:Offer THEN 'Offer' WHEN n1:Partner THEN 'Partner' WHEN n1:Person THEN 'Person' WHEN n1:Phase THEN 'Phase' WHEN n1:Programme THEN 'Programme' WHEN n1:Publication THEN 'Publication' WHEN n1:Session THEN 'Session' WHEN n1:Source THEN 'Source' WHEN n1:State THEN 'State' WHEN n1:Statement THEN 'Statement' WHEN n1:Topic THEN 'Topic' END, n1.name, n1.title]
},
       COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $p1)
  YIELD node AS n5, score AS e6
  WITH *
  WITH e6, n5 ORDER BY e6 DESC, n5.slug, CASE WHEN n5:Declaration THEN 'Declaration' WHEN n5:District THEN 'District' WHEN n5:Event THEN 'Event' WHEN n5:Figure THEN 'Figure' WHEN n5:Instrument THEN 'Instrument' WHEN n5:Municipality THEN 'Municipality' WHEN n5:Network THEN 'Network' WHEN n5:Offer THEN 'Offer' WHEN n5:Partner THEN 'Partner' WHEN n5:Person THEN 'Person' WHEN n5:Phase THEN 'Phase' WHEN n5:Programme THEN 'Programme' WHEN n5:Publication THEN 'Publication' WHEN n5:Session THEN 'Session' WHEN n5:Source THEN 'Source' WHEN n5:State THEN 'State' WHEN n5:Statement THEN 'Statement' WHEN n5:Topic THEN 'Topic' END LIMIT $l1
  RETURN [CASE WHEN n5:Declaration THEN 'Declaration' WHEN n5:District THEN 'District' WHEN n5:Event THEN 'Event' WHEN n5:Figure THEN 'Figure' WHEN n5:Instrument THEN 'Instrument' WHEN n5:Municipality THEN 'Municipality' WHEN n5:Network THEN 'Network' WHEN n5:Offer THEN 'Offer' WHEN n5:Partner THEN 'Partner' WHEN n5:Person THEN 'Person' WHEN n5:Phase THEN 'Phase' WHEN n5:Programme THEN 'Programme' WHEN n5:Publication THEN 'Publication' WHEN n5:Session THEN 'Session' WHEN n5:Source THEN 'Source' WHEN n5:State THEN 'State' WHEN n5:Statement THEN 'Statement' WHEN n5:Topic THEN 'Topic' END, n5.name, n5.title]
},
       COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $p2)
  YIELD node AS n9, score AS e10
  WITH *
  WITH e10, n9 ORDER BY e10 DESC, n9.slug, CASE WHEN n9:Declaration THEN 'Declaration' WHEN n9:District THEN 'District' WHEN n9:Event THEN 'Event' WHEN n9:Figure THEN 'Figure' WHEN n9:Instrument THEN 'Instrument' WHEN n9:Municipality THEN 'Municipality' WHEN n9:Network THEN 'Network' WHEN n9:Offer THEN 'Offer' WHEN n9:Partner THEN 'Partner' WHEN n9:Person THEN 'Person' WHEN n9:Phase THEN 'Phase' WHEN n9:Programme THEN 'Programme' WHEN n9:Publication THEN 'Publication' WHEN n9:Session THEN 'Session' WHEN n9:Source THEN 'Source' WHEN n9:State THEN 'State' WHEN n9:Statement THEN 'Statement' WHEN n9:Topic THEN 'Topic' END LIMIT $l2
  RETURN [CASE WHEN n9:Declaration THEN 'Declaration' WHEN n9:District THEN 'District' WHEN n9:Event THEN 'Event' WHEN n9:Figure THEN 'Figure' WHEN n9:Instrument THEN 'Instrument' WHEN n9:Municipality THEN 'Municipality' WHEN n9:Network THEN 'Network' WHEN n9:Offer THEN 'Offer' WHEN n9:Partner THEN 'Partner' WHEN n9:Person THEN 'Person' WHEN n9:Phase THEN 'Phase' WHEN n9:Programme THEN 'Programme' WHEN n9:Publication THEN 'Publication' WHEN n9:Session THEN 'Session' WHEN n9:Source THEN 'Source' WHEN n9:State THEN 'State' WHEN n9:Statement THEN 'Statement' WHEN n9:Topic THEN 'Topic' END, n9.name, n9.title]
},
       COUNT {
  CALL db.index.fulltext.queryNodes('search_public', $p3)
  YIELD node AS n13, score AS e14
  WITH *
  RETURN n13
}

// $p0 = "+(association:ehrenamt^2 body:ehrenamt^2 body_de_simple:ehrenamt^2 body_en:ehrenamt^2 minorityName:ehrenamt^4 name:ehrenamt^10 name_de_simple:ehrenamt^10 name_en:ehrenamt^10 officialName:ehrenamt^4 shortName:ehrenamt^10 shortTitle:ehrenamt^8 summary:ehrenamt^4 summary_de_simple:ehrenamt^4 summary_en:ehrenamt^4 text:ehrenamt^2 text_de_simple:ehrenamt^2 text_en:ehrenamt^2 title:ehrenamt^10 title_de_simple:ehrenamt^10 title_en:ehrenamt^10 association:ehrenamt*^1 body:ehrenamt*^1 body_de_simple:ehrenamt*^1 body_en:ehrenamt*^1 minorityName:ehrenamt*^2 name:ehrenamt*^5 name_de_simple:ehrenamt*^5 name_en:ehrenamt*^5 officialName:ehrenamt*^2 shortName:ehrenamt*^5 shortTitle:ehrenamt*^4 summary:ehrenamt*^2 summary_de_simple:ehrenamt*^2 summary_en:ehrenamt*^2 text:ehrenamt*^1 text_de_simple:ehrenamt*^1 text_en:ehrenamt*^1 title:ehrenamt*^5 title_de_simple:ehrenamt*^5 title_en:ehrenamt*^5)"
// $p1 = "+(association:\"starke orte\"^1 body:\"starke orte\"^1 body_de_simple:\"starke orte\"^1 body_en:\"starke orte\"^1 minorityName:\"starke orte\"^2 name:\"starke orte\"^5 name_de_simple:\"starke orte\"^5 name_en:\"starke orte\"^5 officialName:\"starke orte\"^2 shortName:\"starke orte\"^5 shortTitle:\"starke orte\"^4 summary:\"starke orte\"^2 summary_de_simple:\"starke orte\"^2 summary_en:\"starke orte\"^2 text:\"starke orte\"^1 text_de_simple:\"starke orte\"^1 text_en:\"starke orte\"^1 title:\"starke orte\"^5 title_de_simple:\"starke orte\"^5 title_en:\"starke orte\"^5)"
// $p2 = "+(association:jahrestr^2 body:jahrestr^2 body_de_simple:jahrestr^2 body_en:jahrestr^2 minorityName:jahrestr^4 name:jahrestr^10 name_de_simple:jahrestr^10 name_en:jahrestr^10 officialName:jahrestr^4 shortName:jahrestr^10 shortTitle:jahrestr^8 summary:jahrestr^4 summary_de_simple:jahrestr^4 summary_en:jahrestr^4 text:jahrestr^2 text_de_simple:jahrestr^2 text_en:jahrestr^2 title:jahrestr^10 title_de_simple:jahrestr^10 title_en:jahrestr^10 association:jahrestr*^1 body:jahrestr*^1 body_de_simple:jahrestr*^1 body_en:jahrestr*^1 minorityName:jahrestr*^2 name:jahrestr*^5 name_de_simple:jahrestr*^5 name_en:jahrestr*^5 officialName:jahrestr*^2 shortName:jahrestr*^5 shortTitle:jahrestr*^4 summary:jahrestr*^2 summary_de_simple:jahrestr*^2 summary_en:jahrestr*^2 text:jahrestr*^1 text_de_simple:jahrestr*^1 text_en:jahrestr*^1 title:jahrestr*^5 title_de_simple:jahrestr*^5 title_en:jahrestr*^5)"
// $p3 = "+engagegraphnothing"
// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
