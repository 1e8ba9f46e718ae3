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
  RETURN [CASE WHEN n1:Declaration THEN 'Declaration' WHEN n1:District THEN 'District' WHEN n1:Event THEN 'Event' WHEN n1:Figure THEN 'Figure' WHEN n1:Instrument THEN 'Instrument' WHEN n1:Municipality THEN 'Municipality' WHEN n1:Network THEN 'Network' WHEN n1:Offer THEN 'Offer' WHEN n1:Partner THEN 'Partner' WHEN n1:Person THEN 'Person' WHEN n1:Phase THEN 'Phase' WHEN n1:Programme THEN 'Programme' WHEN n1:Publication THEN 'Publication' WHEN n1:Session THEN 'Session' WHEN n1:Source THEN 'Source' WHEN n1:State THEN 'State' WHEN n1:Statement THEN 'Statement' ELSE 'Topic' END, n1.name, n1.title]
},
       COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $p3)
  YIELD node AS n9, score AS s11
  WITH *, CASE WHEN n9:District THEN $p4.District WHEN n9:Municipality THEN $p4.Municipality WHEN n9:State THEN $p4.State ELSE $p4.other END AS s12
  WITH *, s11 / (1 + s11) + CASE WHEN n9._name = s12 OR $p5 IN [n9.association_sort, n9.minorityName_sort, n9.name_sort, n9.name_de_simple_sort, n9.name_en_sort, n9.officialName_sort, n9.shortName_sort, n9.shortTitle_sort, n9.title_sort, n9.title_de_simple_sort, n9.title_en_sort] THEN 2 WHEN n9._name STARTS WITH s12 THEN 1 ELSE 0 END AS e10
  WITH e10, n9 ORDER BY e10 DESC, n9.slug, CASE WHEN n9:Declaration THEN 'Declaration' WHEN n9:District THEN 'District' WHEN n9:Event THEN 'Event' WHEN n9:Figure THEN 'Figure' WHEN n9:Instrument THEN 'Instrument' WHEN n9:Municipality THEN 'Municipality' WHEN n9:Network THEN 'Network' WHEN n9:Offer THEN 'Offer' WHEN n9:Partner THEN 'Partner' WHEN n9:Person THEN 'Person' WHEN n9:Phase THEN 'Phase' WHEN n9:Programme THEN 'Programme' WHEN n9:Publication THEN 'Publication' WHEN n9:Session THEN 'Session' WHEN n9:Source THEN 'Source' WHEN n9:State THEN 'State' WHEN n9:Statement THEN 'Statement' WHEN n9:Topic THEN 'Topic' END LIMIT $l1
  RETURN [CASE WHEN n9:Declaration THEN 'Declaration' WHEN n9:District THEN 'District' WHEN n9:Event THEN 'Event' WHEN n9:Figure THEN 'Figure' WHEN n9:Instrument THEN 'Instrument' WHEN n9:Municipality THEN 'Municipality' WHEN n9:Network THEN 'Network' WHEN n9:Offer THEN 'Offer' WHEN n9:Partner THEN 'Partner' WHEN n9:Person THEN 'Person' WHEN n9:Phase THEN 'Phase' WHEN n9:Programme THEN 'Programme' WHEN n9:Publication THEN 'Publication' WHEN n9:Session THEN 'Session' WHEN n9:Source THEN 'Source' WHEN n9:State THEN 'State' WHEN n9:Statement THEN 'Statement' ELSE 'Topic' END, n9.name, n9.title]
},
       COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $p6)
  YIELD node AS n17, score AS s19
  WITH *, CASE WHEN n17:District THEN $p7.District WHEN n17:Municipality THEN $p7.Municipality WHEN n17:State THEN $p7.State ELSE $p7.other END AS s20
  WITH *, s19 / (1 + s19) + CASE WHEN n17._name = s20 OR $p8 IN [n17.association_sort, n17.minorityName_sort, n17.name_sort, n17.name_de_simple_sort, n17.name_en_sort, n17.officialName_sort, n17.shortName_sort, n17.shortTitle_sort, n17.title_sort, n17.title_de_simple_sort, n17.title_en_sort] THEN 2 WHEN n17._name STARTS WITH s20 THEN 1 ELSE 0 END AS e18
  WITH e18, n17 ORDER BY e18 DESC, n17.slug, CASE WHEN n17:Declaration THEN 'Declaration' WHEN n17:District THEN 'District' WHEN n17:Event THEN 'Event' WHEN n17:Figure THEN 'Figure' WHEN n17:Instrument THEN 'Instrument' WHEN n17:Municipality THEN 'Municipality' WHEN n17:Network THEN 'Network' WHEN n17:Offer THEN 'Offer' WHEN n17:Partner THEN 'Partner' WHEN n17:Person THEN 'Person' WHEN n17:Phase THEN 'Phase' WHEN n17:Programme THEN 'Programme' WHEN n17:Publication THEN 'Publication' WHEN n17:Session THEN 'Session' WHEN n17:Source THEN 'Source' WHEN n17:State THEN 'State' WHEN n17:Statement THEN 'Statement' WHEN n17:Topic THEN 'Topic' END LIMIT $l2
  RETURN [CASE WHEN n17:Declaration THEN 'Declaration' WHEN n17:District THEN 'District' WHEN n17:Event THEN 'Event' WHEN n17:Figure THEN 'Figure' WHEN n17:Instrument THEN 'Instrument' WHEN n17:Municipality THEN 'Municipality' WHEN n17:Network THEN 'Network' WHEN n17:Offer THEN 'Offer' WHEN n17:Partner THEN 'Partner' WHEN n17:Person THEN 'Person' WHEN n17:Phase THEN 'Phase' WHEN n17:Programme THEN 'Programme' WHEN n17:Publication THEN 'Publication' WHEN n17:Session THEN 'Session' WHEN n17:Source THEN 'Source' WHEN n17:State THEN 'State' WHEN n17:Statement THEN 'Statement' ELSE 'Topic' END, n17.name, n17.title]
},
       COUNT {
  CALL db.index.fulltext.queryNodes('search_public', $p9)
  YIELD node AS n25, score AS s27
  WITH *, CASE WHEN n25:District THEN $p10.District WHEN n25:Municipality THEN $p10.Municipality WHEN n25:State THEN $p10.State ELSE $p10.other END AS s28
  WITH *, s27 / (1 + s27) + CASE WHEN n25._name = s28 OR $p11 IN [n25.association_sort, n25.minorityName_sort, n25.name_sort, n25.name_de_simple_sort, n25.name_en_sort, n25.officialName_sort, n25.shortName_sort, n25.shortTitle_sort, n25.title_sort, n25.title_de_simple_sort, n25.title_en_sort] THEN 2 WHEN n25._name STARTS WITH s28 THEN 1 ELSE 0 END AS e26
  RETURN n25
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
// $l1 = 20
// $l2 = 20
// $l3 = 20
