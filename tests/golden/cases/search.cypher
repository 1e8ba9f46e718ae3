RETURN COUNT {
  CALL db.index.fulltext.queryNodes('search_public', $p0)
  YIELD node AS n1, score AS s3
  WITH *, CASE WHEN n1:District THEN $p1.District WHEN n1:Municipality THEN $p1.Municipality WHEN n1:State THEN $p1.State ELSE $p1.other END AS s4
  WITH *, s3 / (1 + s3) + CASE WHEN n1._name = s4 OR $p2 IN [n1.association_sort, n1.minorityName_sort, n1.name_sort, n1.name_de_simple_sort, n1.name_en_sort, n1.officialName_sort, n1.shortName_sort, n1.shortTitle_sort, n1.title_sort, n1.title_de_simple_sort, n1.title_en_sort] THEN 2 WHEN n1._name STARTS WITH s4 THEN 1 ELSE 0 END AS e2
  RETURN n1
},
       COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $p0)
  YIELD node AS n1, score AS s3
  WITH *, CASE WHEN n1:District THEN $p1.District WHEN n1:Municipality THEN $p1.Municipality WHEN n1:State THEN $p1.State ELSE $p1.other END AS s4
  WITH *, s3 / (1 + s3) + CASE WHEN n1._name = s4 OR $p2 IN [n1.association_sort, n1.minorityName_sort, n1.name_sort, n1.name_de_simple_sort, n1.name_en_sort, n1.officialName_sort, n1.shortName_sort, n1.shortTitle_sort, n1.title_sort, n1.title_de_simple_sort, n1.title_en_sort] THEN 2 WHEN n1._name STARTS WITH s4 THEN 1 ELSE 0 END AS e2
  WITH e2, n1 ORDER BY e2 DESC, n1.slug, CASE WHEN n1:Declaration THEN 'Declaration' WHEN n1:District THEN 'District' WHEN n1:Event THEN 'Event' WHEN n1:Figure THEN 'Figure' WHEN n1:Instrument THEN 'Instrument' WHEN n1:Municipality THEN 'Municipality' WHEN n1:Network THEN 'Network' WHEN n1:Offer THEN 'Offer' WHEN n1:Partner THEN 'Partner' WHEN n1:Person THEN 'Person' WHEN n1:Phase THEN 'Phase' WHEN n1:Programme THEN 'Programme' WHEN n1:Publication THEN 'Publication' WHEN n1:Session THEN 'Session' WHEN n1:Source THEN 'Source' WHEN n1:State THEN 'State' WHEN n1:Statement THEN 'Statement' WHEN n1:Topic THEN 'Topic' END LIMIT $l0
  RETURN [CASE WHEN n1:Declaration THEN 'Declaration' WHEN n1:District THEN 'District' WHEN n1:Event THEN 'Event' WHEN n1:Figure THEN 'Figure' WHEN n1:Instrument THEN 'Instrument' WHEN n1:Municipality THEN 'Municipality' WHEN n1:Network THEN 'Network' WHEN n1:Offer THEN 'Offer' WHEN n1:Partner THEN 'Partner' WHEN n1:Person THEN 'Person' WHEN n1:Phase THEN 'Phase' WHEN n1:Programme THEN 'Programme' WHEN n1:Publication THEN 'Publication' WHEN n1:Session THEN 'Session' WHEN n1:Source THEN 'Source' WHEN n1:State THEN 'State' WHEN n1:Statement THEN 'Statement' WHEN n1:Topic THEN 'Topic' END, n1.name, n1.title]
},
       COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $p3)
  YIELD node AS n7, score AS s9
  WITH *, CASE WHEN n7:District THEN $p4.District WHEN n7:Municipality THEN $p4.Municipality WHEN n7:State THEN $p4.State ELSE $p4.other END AS s10
  WITH *, s9 / (1 + s9) + CASE WHEN n7._name = s10 OR $p5 IN [n7.association_sort, n7.minorityName_sort, n7.name_sort, n7.name_de_simple_sort, n7.name_en_sort, n7.officialName_sort, n7.shortName_sort, n7.shortTitle_sort, n7.title_sort, n7.title_de_simple_sort, n7.title_en_sort] THEN 2 WHEN n7._name STARTS WITH s10 THEN 1 ELSE 0 END AS e8
  WITH e8, n7 ORDER BY e8 DESC, n7.slug, CASE WHEN n7:Declaration THEN 'Declaration' WHEN n7:District THEN 'District' WHEN n7:Event THEN 'Event' WHEN n7:Figure THEN 'Figure' WHEN n7:Instrument THEN 'Instrument' WHEN n7:Municipality THEN 'Municipality' WHEN n7:Network THEN 'Network' WHEN n7:Offer THEN 'Offer' WHEN n7:Partner THEN 'Partner' WHEN n7:Person THEN 'Person' WHEN n7:Phase THEN 'Phase' WHEN n7:Programme THEN 'Programme' WHEN n7:Publication THEN 'Publication' WHEN n7:Session THEN 'Session' WHEN n7:Source THEN 'Source' WHEN n7:State THEN 'State' WHEN n7:Statement THEN 'Statement' WHEN n7:Topic THEN 'Topic' END LIMIT $l1
  RETURN [CASE WHEN n7:Declaration THEN 'Declaration' WHEN n7:District THEN 'District' WHEN n7:Event THEN 'Event' WHEN n7:Figure THEN 'Figure' WHEN n7:Instrument THEN 'Instrument' WHEN n7:Municipality THEN 'Municipality' WHEN n7:Network THEN 'Network' WHEN n7:Offer THEN 'Offer' WHEN n7:Partner THEN 'Partner' WHEN n7:Person THEN 'Person' WHEN n7:Phase THEN 'Phase' WHEN n7:Programme THEN 'Programme' WHEN n7:Publication THEN 'Publication' WHEN n7:Session THEN 'Session' WHEN n7:Source THEN 'Source' WHEN n7:State THEN 'State' WHEN n7:Statement THEN 'Statement' WHEN n7:Topic THEN 'Topic' END, n7.name, n7.title]
},
       COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $p6)
  YIELD node AS n13, score AS s15
  WITH *, CASE WHEN n13:District THEN $p7.District WHEN n13:Municipality THEN $p7.Municipality WHEN n13:State THEN $p7.State ELSE $p7.other END AS s16
  WITH *, s15 / (1 + s15) + CASE WHEN n13._name = s16 OR $p8 IN [n13.association_sort, n13.minorityName_sort, n13.name_sort, n13.name_de_simple_sort, n13.name_en_sort, n13.officialName_sort, n13.shortName_sort, n13.shortTitle_sort, n13.title_sort, n13.title_de_simple_sort, n13.title_en_sort] THEN 2 WHEN n13._name STARTS WITH s16 THEN 1 ELSE 0 END AS e14
  WITH e14, n13 ORDER BY e14 DESC, n13.slug, CASE WHEN n13:Declaration THEN 'Declaration' WHEN n13:District THEN 'District' WHEN n13:Event THEN 'Event' WHEN n13:Figure THEN 'Figure' WHEN n13:Instrument THEN 'Instrument' WHEN n13:Municipality THEN 'Municipality' WHEN n13:Network THEN 'Network' WHEN n13:Offer THEN 'Offer' WHEN n13:Partner THEN 'Partner' WHEN n13:Person THEN 'Person' WHEN n13:Phase THEN 'Phase' WHEN n13:Programme THEN 'Programme' WHEN n13:Publication THEN 'Publication' WHEN n13:Session THEN 'Session' WHEN n13:Source THEN 'Source' WHEN n13:State THEN 'State' WHEN n13:Statement THEN 'Statement' WHEN n13:Topic THEN 'Topic' END LIMIT $l2
  RETURN [CASE WHEN n13:Declaration THEN 'Declaration' WHEN n13:District THEN 'District' WHEN n13:Event THEN 'Event' WHEN n13:Figure THEN 'Figure' WHEN n13:Instrument THEN 'Instrument' WHEN n13:Municipality THEN 'Municipality' WHEN n13:Network THEN 'Network' WHEN n13:Offer THEN 'Offer' WHEN n13:Partner THEN 'Partner' WHEN n13:Person THEN 'Person' WHEN n13:Phase THEN 'Phase' WHEN n13:Programme THEN 'Programme' WHEN n13:Publication THEN 'Publication' WHEN n13:Session THEN 'Session' WHEN n13:Source THEN 'Source' WHEN n13:State THEN 'State' WHEN n13:Statement THEN 'Statement' WHEN n13:Topic THEN 'Topic' END, n13.name, n13.title]
},
       COUNT {
  CALL db.index.fulltext.queryNodes('search_public', $p9)
  YIELD node AS n19, score AS s21
  WITH *, CASE WHEN n19:District THEN $p10.District WHEN n19:Municipality THEN $p10.Municipality WHEN n19:State THEN $p10.State ELSE $p10.other END AS s22
  WITH *, s21 / (1 + s21) + CASE WHEN n19._name = s22 OR $p11 IN [n19.association_sort, n19.minorityName_sort, n19.name_sort, n19.name_de_simple_sort, n19.name_en_sort, n19.officialName_sort, n19.shortName_sort, n19.shortTitle_sort, n19.title_sort, n19.title_de_simple_sort, n19.title_en_sort] THEN 2 WHEN n19._name STARTS WITH s22 THEN 1 ELSE 0 END AS e20
  RETURN n19
}

// $p0 = "+(association:ehrenamt^2 body:ehrenamt^2 body_de_simple:ehrenamt^2 body_en:ehrenamt^2 minorityName:ehrenamt^4 name:ehrenamt^10 name_de_simple:ehrenamt^10 name_en:ehrenamt^10 officialName:ehrenamt^4 shortName:ehrenamt^10 shortTitle:ehrenamt^8 summary:ehrenamt^4 summary_de_simple:ehrenamt^4 summary_en:ehrenamt^4 text:ehrenamt^2 text_de_simple:ehrenamt^2 text_en:ehrenamt^2 title:ehrenamt^10 title_de_simple:ehrenamt^10 title_en:ehrenamt^10 association:ehrenamt*^1 body:ehrenamt*^1 body_de_simple:ehrenamt*^1 body_en:ehrenamt*^1 minorityName:ehrenamt*^2 name:ehrenamt*^5 name_de_simple:ehrenamt*^5 name_en:ehrenamt*^5 officialName:ehrenamt*^2 shortName:ehrenamt*^5 shortTitle:ehrenamt*^4 summary:ehrenamt*^2 summary_de_simple:ehrenamt*^2 summary_en:ehrenamt*^2 text:ehrenamt*^1 text_de_simple:ehrenamt*^1 text_en:ehrenamt*^1 title:ehrenamt*^5 title_de_simple:ehrenamt*^5 title_en:ehrenamt*^5 association:*ehrenamt*^0.3 minorityName:*ehrenamt*^0.6 name:*ehrenamt*^1.5 name_de_simple:*ehrenamt*^1.5 name_en:*ehrenamt*^1.5 officialName:*ehrenamt*^0.6 shortName:*ehrenamt*^1.5 shortTitle:*ehrenamt*^1.2 title:*ehrenamt*^1.5 title_de_simple:*ehrenamt*^1.5 title_en:*ehrenamt*^1.5 association:ehrenamt~1^0.2 minorityName:ehrenamt~1^0.4 name:ehrenamt~1^1 name_de_simple:ehrenamt~1^1 name_en:ehrenamt~1^1 officialName:ehrenamt~1^0.4 shortName:ehrenamt~1^1 shortTitle:ehrenamt~1^0.8 title:ehrenamt~1^1 title_de_simple:ehrenamt~1^1 title_en:ehrenamt~1^1)"
// $p1 = {"other":"ehrenamt","District":"ehrenamt","Municipality":"ehrenamt","State":"ehrenamt"}
// $p2 = "ehrenamt"
// $p3 = "+(association:\"starke orte\"^1 body:\"starke orte\"^1 body_de_simple:\"starke orte\"^1 body_en:\"starke orte\"^1 minorityName:\"starke orte\"^2 name:\"starke orte\"^5 name_de_simple:\"starke orte\"^5 name_en:\"starke orte\"^5 officialName:\"starke orte\"^2 shortName:\"starke orte\"^5 shortTitle:\"starke orte\"^4 summary:\"starke orte\"^2 summary_de_simple:\"starke orte\"^2 summary_en:\"starke orte\"^2 text:\"starke orte\"^1 text_de_simple:\"starke orte\"^1 text_en:\"starke orte\"^1 title:\"starke orte\"^5 title_de_simple:\"starke orte\"^5 title_en:\"starke orte\"^5)"
// $p4 = {"other":"starke orte","District":"starke orte","Municipality":"starke orte","State":"starke orte"}
// $p5 = "starke orte"
// $p6 = "+(association:jahrestr^2 body:jahrestr^2 body_de_simple:jahrestr^2 body_en:jahrestr^2 minorityName:jahrestr^4 name:jahrestr^10 name_de_simple:jahrestr^10 name_en:jahrestr^10 officialName:jahrestr^4 shortName:jahrestr^10 shortTitle:jahrestr^8 summary:jahrestr^4 summary_de_simple:jahrestr^4 summary_en:jahrestr^4 text:jahrestr^2 text_de_simple:jahrestr^2 text_en:jahrestr^2 title:jahrestr^10 title_de_simple:jahrestr^10 title_en:jahrestr^10 association:jahrestr*^1 body:jahrestr*^1 body_de_simple:jahrestr*^1 body_en:jahrestr*^1 minorityName:jahrestr*^2 name:jahrestr*^5 name_de_simple:jahrestr*^5 name_en:jahrestr*^5 officialName:jahrestr*^2 shortName:jahrestr*^5 shortTitle:jahrestr*^4 summary:jahrestr*^2 summary_de_simple:jahrestr*^2 summary_en:jahrestr*^2 text:jahrestr*^1 text_de_simple:jahrestr*^1 text_en:jahrestr*^1 title:jahrestr*^5 title_de_simple:jahrestr*^5 title_en:jahrestr*^5 association:*jahrestr*^0.3 minorityName:*jahrestr*^0.6 name:*jahrestr*^1.5 name_de_simple:*jahrestr*^1.5 name_en:*jahrestr*^1.5 officialName:*jahrestr*^0.6 shortName:*jahrestr*^1.5 shortTitle:*jahrestr*^1.2 title:*jahrestr*^1.5 title_de_simple:*jahrestr*^1.5 title_en:*jahrestr*^1.5 association:jahrestr~1^0.2 minorityName:jahrestr~1^0.4 name:jahrestr~1^1 name_de_simple:jahrestr~1^1 name_en:jahrestr~1^1 officialName:jahrestr~1^0.4 shortName:jahrestr~1^1 shortTitle:jahrestr~1^0.8 title:jahrestr~1^1 title_de_simple:jahrestr~1^1 title_en:jahrestr~1^1)"
// $p7 = {"other":"jahrestr","District":"jahrestr","Municipality":"jahrestr","State":"jahrestr"}
// $p8 = "jahrestr"
// $p9 = "+engagegraphnothing"
// $p10 = {"other":null,"District":null,"Municipality":null,"State":null}
// $p11 = ""
// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
