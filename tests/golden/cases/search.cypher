RETURN COUNT {
  CALL () {
    CALL db.index.fulltext.queryNodes('search_public', $p2)
    YIELD node AS n1, score AS s3
    WITH n1, s3 WHERE $p3 IS NULL OR NOT coalesce(n1.ags STARTS WITH $p3, false)
    RETURN n1, s3
    UNION ALL
    MATCH (n1:District) WHERE n1.ags STARTS WITH $p3
    RETURN n1, 0.0 AS s3
    UNION ALL
    MATCH (n1:Municipality) WHERE n1.ags STARTS WITH $p3
    RETURN n1, 0.0 AS s3
    UNION ALL
    MATCH (n1:State) WHERE n1.ags STARTS WITH $p3
    RETURN n1, 0.0 AS s3
  }
  WITH *, CASE WHEN n1:District THEN $p0.District WHEN n1:Municipality THEN $p0.Municipality WHEN n1:State THEN $p0.State ELSE $p0.other END AS s4
  WITH *, s3 / (1 + s3) + CASE WHEN n1._name = s4 OR $p1 IN [n1.association_sort, n1.minorityName_sort, n1.name_sort, n1.name_de_simple_sort, n1.name_en_sort, n1.officialName_sort, n1.shortName_sort, n1.shortTitle_sort, n1.title_sort, n1.title_de_simple_sort, n1.title_en_sort] OR n1.ags = $p3 THEN 2 WHEN n1._name STARTS WITH s4 THEN 1 WHEN n1.ags STARTS WITH $p3 THEN 1 WHEN abs(size(n1._name) - size(s4)) < 2 AND size(s4) > 4 AND any(i IN range(0, size(s4)) WHERE n1._name STARTS WITH left(s4, i) AND (n1._name ENDS WITH substring(s4, i + CASE WHEN size(n1._name) > size(s4) THEN 0 ELSE 1 END) OR n1._name = left(s4, i) + substring(s4, i + 1, 1) + substring(s4, i, 1) + substring(s4, i + 2))) THEN 1 WHEN all(phrase IN $p4 WHERE any(text IN [toLower(n1.title), toLower(n1.title_en), toLower(n1.title_de_simple), toLower(n1.name), toLower(n1.name_en), toLower(n1.name_de_simple), toLower(n1.shortName), toLower(n1.shortTitle), toLower(n1.officialName), toLower(n1.minorityName), toLower(n1.summary), toLower(n1.summary_en), toLower(n1.summary_de_simple), toLower(n1.association), toLower(n1.body), toLower(n1.body_en), toLower(n1.body_de_simple), toLower(n1.text), toLower(n1.text_en), toLower(n1.text_de_simple)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e2
  RETURN n1
},
       COLLECT {
  CALL () {
    CALL db.index.fulltext.queryNodes('search_public', $p2)
    YIELD node AS n1, score AS s3
    WITH n1, s3 WHERE $p3 IS NULL OR NOT coalesce(n1.ags STARTS WITH $p3, false)
    RETURN n1, s3
    UNION ALL
    MATCH (n1:District) WHERE n1.ags STARTS WITH $p3
    RETURN n1, 0.0 AS s3
    UNION ALL
    MATCH (n1:Municipality) WHERE n1.ags STARTS WITH $p3
    RETURN n1, 0.0 AS s3
    UNION ALL
    MATCH (n1:State) WHERE n1.ags STARTS WITH $p3
    RETURN n1, 0.0 AS s3
  }
  WITH *, CASE WHEN n1:District THEN $p0.District WHEN n1:Municipality THEN $p0.Municipality WHEN n1:State THEN $p0.State ELSE $p0.other END AS s4
  WITH *, s3 / (1 + s3) + CASE WHEN n1._name = s4 OR $p1 IN [n1.association_sort, n1.minorityName_sort, n1.name_sort, n1.name_de_simple_sort, n1.name_en_sort, n1.officialName_sort, n1.shortName_sort, n1.shortTitle_sort, n1.title_sort, n1.title_de_simple_sort, n1.title_en_sort] OR n1.ags = $p3 THEN 2 WHEN n1._name STARTS WITH s4 THEN 1 WHEN n1.ags STARTS WITH $p3 THEN 1 WHEN abs(size(n1._name) - size(s4)) < 2 AND size(s4) > 4 AND any(i IN range(0, size(s4)) WHERE n1._name STARTS WITH left(s4, i) AND (n1._name ENDS WITH substring(s4, i + CASE WHEN size(n1._name) > size(s4) THEN 0 ELSE 1 END) OR n1._name = left(s4, i) + substring(s4, i + 1, 1) + substring(s4, i, 1) + substring(s4, i + 2))) THEN 1 WHEN all(phrase IN $p4 WHERE any(text IN [toLower(n1.title), toLower(n1.title_en), toLower(n1.title_de_simple), toLower(n1.name), toLower(n1.name_en), toLower(n1.name_de_simple), toLower(n1.shortName), toLower(n1.shortTitle), toLower(n1.officialName), toLower(n1.minorityName), toLower(n1.summary), toLower(n1.summary_en), toLower(n1.summary_de_simple), toLower(n1.association), toLower(n1.body), toLower(n1.body_en), toLower(n1.body_de_simple), toLower(n1.text), toLower(n1.text_en), toLower(n1.text_de_simple)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e2
  WITH e2, n1 ORDER BY e2 DESC, n1.slug, CASE WHEN n1:Declaration THEN 'Declaration' WHEN n1:District THEN 'District' WHEN n1:Event THEN 'Event' WHEN n1:Figure THEN 'Figure' WHEN n1:Instrument THEN 'Instrument' WHEN n1:Municipality THEN 'Municipality' WHEN n1:Network THEN 'Network' WHEN n1:Offer THEN 'Offer' WHEN n1:Partner THEN 'Partner' WHEN n1:Person THEN 'Person' WHEN n1:Phase THEN 'Phase' WHEN n1:Programme THEN 'Programme' WHEN n1:Publication THEN 'Publication' WHEN n1:Session THEN 'Session' WHEN n1:Source THEN 'Source' WHEN n1:State THEN 'State' WHEN n1:Statement THEN 'Statement' WHEN n1:Topic THEN 'Topic' END LIMIT $l0
  RETURN [CASE WHEN n1:Declaration THEN 'Declaration' WHEN n1:District THEN 'District' WHEN n1:Event THEN 'Event' WHEN n1:Figure THEN 'Figure' WHEN n1:Instrument THEN 'Instrument' WHEN n1:Municipality THEN 'Municipality' WHEN n1:Network THEN 'Network' WHEN n1:Offer THEN 'Offer' WHEN n1:Partner THEN 'Partner' WHEN n1:Person THEN 'Person' WHEN n1:Phase THEN 'Phase' WHEN n1:Programme THEN 'Programme' WHEN n1:Publication THEN 'Publication' WHEN n1:Session THEN 'Session' WHEN n1:Source THEN 'Source' WHEN n1:State THEN 'State' WHEN n1:Statement THEN 'Statement' ELSE 'Topic' END, n1.name, n1.title]
},
       COLLECT {
  CALL () {
    CALL db.index.fulltext.queryNodes('search_public', $p7)
    YIELD node AS n9, score AS s11
    WITH n9, s11 WHERE $p8 IS NULL OR NOT coalesce(n9.ags STARTS WITH $p8, false)
    RETURN n9, s11
    UNION ALL
    MATCH (n9:District) WHERE n9.ags STARTS WITH $p8
    RETURN n9, 0.0 AS s11
    UNION ALL
    MATCH (n9:Municipality) WHERE n9.ags STARTS WITH $p8
    RETURN n9, 0.0 AS s11
    UNION ALL
    MATCH (n9:State) WHERE n9.ags STARTS WITH $p8
    RETURN n9, 0.0 AS s11
  }
  WITH *, CASE WHEN n9:District THEN $p5.District WHEN n9:Municipality THEN $p5.Municipality WHEN n9:State THEN $p5.State ELSE $p5.other END AS s12
  WITH *, s11 / (1 + s11) + CASE WHEN n9._name = s12 OR $p6 IN [n9.association_sort, n9.minorityName_sort, n9.name_sort, n9.name_de_simple_sort, n9.name_en_sort, n9.officialName_sort, n9.shortName_sort, n9.shortTitle_sort, n9.title_sort, n9.title_de_simple_sort, n9.title_en_sort] OR n9.ags = $p8 THEN 2 WHEN n9._name STARTS WITH s12 THEN 1 WHEN n9.ags STARTS WITH $p8 THEN 1 WHEN abs(size(n9._name) - size(s12)) < 2 AND size(s12) > 4 AND any(i IN range(0, size(s12)) WHERE n9._name STARTS WITH left(s12, i) AND (n9._name ENDS WITH substring(s12, i + CASE WHEN size(n9._name) > size(s12) THEN 0 ELSE 1 END) OR n9._name = left(s12, i) + substring(s12, i + 1, 1) + substring(s12, i, 1) + substring(s12, i + 2))) THEN 1 WHEN all(phrase IN $p9 WHERE any(text IN [toLower(n9.title), toLower(n9.title_en), toLower(n9.title_de_simple), toLower(n9.name), toLower(n9.name_en), toLower(n9.name_de_simple), toLower(n9.shortName), toLower(n9.shortTitle), toLower(n9.officialName), toLower(n9.minorityName), toLower(n9.summary), toLower(n9.summary_en), toLower(n9.summary_de_simple), toLower(n9.association), toLower(n9.body), toLower(n9.body_en), toLower(n9.body_de_simple), toLower(n9.text), toLower(n9.text_en), toLower(n9.text_de_simple)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e10
  WITH e10, n9 ORDER BY e10 DESC, n9.slug, CASE WHEN n9:Declaration THEN 'Declaration' WHEN n9:District THEN 'District' WHEN n9:Event THEN 'Event' WHEN n9:Figure THEN 'Figure' WHEN n9:Instrument THEN 'Instrument' WHEN n9:Municipality THEN 'Municipality' WHEN n9:Network THEN 'Network' WHEN n9:Offer THEN 'Offer' WHEN n9:Partner THEN 'Partner' WHEN n9:Person THEN 'Person' WHEN n9:Phase THEN 'Phase' WHEN n9:Programme THEN 'Programme' WHEN n9:Publication THEN 'Publication' WHEN n9:Session THEN 'Session' WHEN n9:Source THEN 'Source' WHEN n9:State THEN 'State' WHEN n9:Statement THEN 'Statement' WHEN n9:Topic THEN 'Topic' END LIMIT $l1
  RETURN [CASE WHEN n9:Declaration THEN 'Declaration' WHEN n9:District THEN 'District' WHEN n9:Event THEN 'Event' WHEN n9:Figure THEN 'Figure' WHEN n9:Instrument THEN 'Instrument' WHEN n9:Municipality THEN 'Municipality' WHEN n9:Network THEN 'Network' WHEN n9:Offer THEN 'Offer' WHEN n9:Partner THEN 'Partner' WHEN n9:Person THEN 'Person' WHEN n9:Phase THEN 'Phase' WHEN n9:Programme THEN 'Programme' WHEN n9:Publication THEN 'Publication' WHEN n9:Session THEN 'Session' WHEN n9:Source THEN 'Source' WHEN n9:State THEN 'State' WHEN n9:Statement THEN 'Statement' ELSE 'Topic' END, n9.name, n9.title]
},
       COLLECT {
  CALL () {
    CALL db.index.fulltext.queryNodes('search_public', $p12)
    YIELD node AS n17, score AS s19
    WITH n17, s19 WHERE $p13 IS NULL OR NOT coalesce(n17.ags STARTS WITH $p13, false)
    RETURN n17, s19
    UNION ALL
    MATCH (n17:District) WHERE n17.ags STARTS WITH $p13
    RETURN n17, 0.0 AS s19
    UNION ALL
    MATCH (n17:Municipality) WHERE n17.ags STARTS WITH $p13
    RETURN n17, 0.0 AS s19
    UNION ALL
    MATCH (n17:State) WHERE n17.ags STARTS WITH $p13
    RETURN n17, 0.0 AS s19
  }
  WITH *, CASE WHEN n17:District THEN $p10.District WHEN n17:Municipality THEN $p10.Municipality WHEN n17:State THEN $p10.State ELSE $p10.other END AS s20
  WITH *, s19 / (1 + s19) + CASE WHEN n17._name = s20 OR $p11 IN [n17.association_sort, n17.minorityName_sort, n17.name_sort, n17.name_de_simple_sort, n17.name_en_sort, n17.officialName_sort, n17.shortName_sort, n17.shortTitle_sort, n17.title_sort, n17.title_de_simple_sort, n17.title_en_sort] OR n17.ags = $p13 THEN 2 WHEN n17._name STARTS WITH s20 THEN 1 WHEN n17.ags STARTS WITH $p13 THEN 1 WHEN abs(size(n17._name) - size(s20)) < 2 AND size(s20) > 4 AND any(i IN range(0, size(s20)) WHERE n17._name STARTS WITH left(s20, i) AND (n17._name ENDS WITH substring(s20, i + CASE WHEN size(n17._name) > size(s20) THEN 0 ELSE 1 END) OR n17._name = left(s20, i) + substring(s20, i + 1, 1) + substring(s20, i, 1) + substring(s20, i + 2))) THEN 1 WHEN all(phrase IN $p14 WHERE any(text IN [toLower(n17.title), toLower(n17.title_en), toLower(n17.title_de_simple), toLower(n17.name), toLower(n17.name_en), toLower(n17.name_de_simple), toLower(n17.shortName), toLower(n17.shortTitle), toLower(n17.officialName), toLower(n17.minorityName), toLower(n17.summary), toLower(n17.summary_en), toLower(n17.summary_de_simple), toLower(n17.association), toLower(n17.body), toLower(n17.body_en), toLower(n17.body_de_simple), toLower(n17.text), toLower(n17.text_en), toLower(n17.text_de_simple)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e18
  WITH e18, n17 ORDER BY e18 DESC, n17.slug, CASE WHEN n17:Declaration THEN 'Declaration' WHEN n17:District THEN 'District' WHEN n17:Event THEN 'Event' WHEN n17:Figure THEN 'Figure' WHEN n17:Instrument THEN 'Instrument' WHEN n17:Municipality THEN 'Municipality' WHEN n17:Network THEN 'Network' WHEN n17:Offer THEN 'Offer' WHEN n17:Partner THEN 'Partner' WHEN n17:Person THEN 'Person' WHEN n17:Phase THEN 'Phase' WHEN n17:Programme THEN 'Programme' WHEN n17:Publication THEN 'Publication' WHEN n17:Session THEN 'Session' WHEN n17:Source THEN 'Source' WHEN n17:State THEN 'State' WHEN n17:Statement THEN 'Statement' WHEN n17:Topic THEN 'Topic' END LIMIT $l2
  RETURN [CASE WHEN n17:Declaration THEN 'Declaration' WHEN n17:District THEN 'District' WHEN n17:Event THEN 'Event' WHEN n17:Figure THEN 'Figure' WHEN n17:Instrument THEN 'Instrument' WHEN n17:Municipality THEN 'Municipality' WHEN n17:Network THEN 'Network' WHEN n17:Offer THEN 'Offer' WHEN n17:Partner THEN 'Partner' WHEN n17:Person THEN 'Person' WHEN n17:Phase THEN 'Phase' WHEN n17:Programme THEN 'Programme' WHEN n17:Publication THEN 'Publication' WHEN n17:Session THEN 'Session' WHEN n17:Source THEN 'Source' WHEN n17:State THEN 'State' WHEN n17:Statement THEN 'Statement' ELSE 'Topic' END, n17.name, n17.title]
},
       COUNT {
  CALL () {
    CALL db.index.fulltext.queryNodes('search_public', $p17)
    YIELD node AS n25, score AS s27
    WITH n25, s27 WHERE $p18 IS NULL OR NOT coalesce(n25.ags STARTS WITH $p18, false)
    RETURN n25, s27
    UNION ALL
    MATCH (n25:District) WHERE n25.ags STARTS WITH $p18
    RETURN n25, 0.0 AS s27
    UNION ALL
    MATCH (n25:Municipality) WHERE n25.ags STARTS WITH $p18
    RETURN n25, 0.0 AS s27
    UNION ALL
    MATCH (n25:State) WHERE n25.ags STARTS WITH $p18
    RETURN n25, 0.0 AS s27
  }
  WITH *, CASE WHEN n25:District THEN $p15.District WHEN n25:Municipality THEN $p15.Municipality WHEN n25:State THEN $p15.State ELSE $p15.other END AS s28
  WITH *, s27 / (1 + s27) + CASE WHEN n25._name = s28 OR $p16 IN [n25.association_sort, n25.minorityName_sort, n25.name_sort, n25.name_de_simple_sort, n25.name_en_sort, n25.officialName_sort, n25.shortName_sort, n25.shortTitle_sort, n25.title_sort, n25.title_de_simple_sort, n25.title_en_sort] OR n25.ags = $p18 THEN 2 WHEN n25._name STARTS WITH s28 THEN 1 WHEN n25.ags STARTS WITH $p18 THEN 1 WHEN abs(size(n25._name) - size(s28)) < 2 AND size(s28) > 4 AND any(i IN range(0, size(s28)) WHERE n25._name STARTS WITH left(s28, i) AND (n25._name ENDS WITH substring(s28, i + CASE WHEN size(n25._name) > size(s28) THEN 0 ELSE 1 END) OR n25._name = left(s28, i) + substring(s28, i + 1, 1) + substring(s28, i, 1) + substring(s28, i + 2))) THEN 1 WHEN all(phrase IN $p19 WHERE any(text IN [toLower(n25.title), toLower(n25.title_en), toLower(n25.title_de_simple), toLower(n25.name), toLower(n25.name_en), toLower(n25.name_de_simple), toLower(n25.shortName), toLower(n25.shortTitle), toLower(n25.officialName), toLower(n25.minorityName), toLower(n25.summary), toLower(n25.summary_en), toLower(n25.summary_de_simple), toLower(n25.association), toLower(n25.body), toLower(n25.body_en), toLower(n25.body_de_simple), toLower(n25.text), toLower(n25.text_en), toLower(n25.text_de_simple)] WHERE text CONTAINS phrase)) THEN 1 ELSE 0 END AS e26
  RETURN n25
}

// $p0 = {"other":"ehrenamt","District":"ehrenamt","Municipality":"ehrenamt","State":"ehrenamt"}
// $p1 = "ehrenamt"
// $p2 = "+(association:ehrenamt^2 body:ehrenamt^2 body_de_simple:ehrenamt^2 body_en:ehrenamt^2 minorityName:ehrenamt^4 name:ehrenamt^10 name_de_simple:ehrenamt^10 name_en:ehrenamt^10 officialName:ehrenamt^4 shortName:ehrenamt^10 shortTitle:ehrenamt^8 summary:ehrenamt^4 summary_de_simple:ehrenamt^4 summary_en:ehrenamt^4 text:ehrenamt^2 text_de_simple:ehrenamt^2 text_en:ehrenamt^2 title:ehrenamt^10 title_de_simple:ehrenamt^10 title_en:ehrenamt^10 association:ehrenamt*^1 body:ehrenamt*^1 body_de_simple:ehrenamt*^1 body_en:ehrenamt*^1 minorityName:ehrenamt*^2 name:ehrenamt*^5 name_de_simple:ehrenamt*^5 name_en:ehrenamt*^5 officialName:ehrenamt*^2 shortName:ehrenamt*^5 shortTitle:ehrenamt*^4 summary:ehrenamt*^2 summary_de_simple:ehrenamt*^2 summary_en:ehrenamt*^2 text:ehrenamt*^1 text_de_simple:ehrenamt*^1 text_en:ehrenamt*^1 title:ehrenamt*^5 title_de_simple:ehrenamt*^5 title_en:ehrenamt*^5 _suffixes_public:ehrenamt*^1.5 association:ehrenamt~1^0.2 minorityName:ehrenamt~1^0.4 name:ehrenamt~1^1 name_de_simple:ehrenamt~1^1 name_en:ehrenamt~1^1 officialName:ehrenamt~1^0.4 shortName:ehrenamt~1^1 shortTitle:ehrenamt~1^0.8 title:ehrenamt~1^1 title_de_simple:ehrenamt~1^1 title_en:ehrenamt~1^1 association:\"ehre namt\"^0.3 minorityName:\"ehre namt\"^0.6 name:\"ehre namt\"^1.5 name_de_simple:\"ehre namt\"^1.5 name_en:\"ehre namt\"^1.5 officialName:\"ehre namt\"^0.6 shortName:\"ehre namt\"^1.5 shortTitle:\"ehre namt\"^1.2 title:\"ehre namt\"^1.5 title_de_simple:\"ehre namt\"^1.5 title_en:\"ehre namt\"^1.5)"
// $p3 = null
// $p4 = null
// $p5 = {"other":"starke orte","District":"starke orte","Municipality":"starke orte","State":"starke orte"}
// $p6 = "starke orte"
// $p7 = "+(association:\"starke orte\"^1 body:\"starke orte\"^1 body_de_simple:\"starke orte\"^1 body_en:\"starke orte\"^1 minorityName:\"starke orte\"^2 name:\"starke orte\"^5 name_de_simple:\"starke orte\"^5 name_en:\"starke orte\"^5 officialName:\"starke orte\"^2 shortName:\"starke orte\"^5 shortTitle:\"starke orte\"^4 summary:\"starke orte\"^2 summary_de_simple:\"starke orte\"^2 summary_en:\"starke orte\"^2 text:\"starke orte\"^1 text_de_simple:\"starke orte\"^1 text_en:\"starke orte\"^1 title:\"starke orte\"^5 title_de_simple:\"starke orte\"^5 title_en:\"starke orte\"^5)"
// $p8 = null
// $p9 = null
// $p10 = {"other":"jahrestr","District":"jahrestr","Municipality":"jahrestr","State":"jahrestr"}
// $p11 = "jahrestr"
// $p12 = "+(association:jahrestr^2 body:jahrestr^2 body_de_simple:jahrestr^2 body_en:jahrestr^2 minorityName:jahrestr^4 name:jahrestr^10 name_de_simple:jahrestr^10 name_en:jahrestr^10 officialName:jahrestr^4 shortName:jahrestr^10 shortTitle:jahrestr^8 summary:jahrestr^4 summary_de_simple:jahrestr^4 summary_en:jahrestr^4 text:jahrestr^2 text_de_simple:jahrestr^2 text_en:jahrestr^2 title:jahrestr^10 title_de_simple:jahrestr^10 title_en:jahrestr^10 association:jahrestr*^1 body:jahrestr*^1 body_de_simple:jahrestr*^1 body_en:jahrestr*^1 minorityName:jahrestr*^2 name:jahrestr*^5 name_de_simple:jahrestr*^5 name_en:jahrestr*^5 officialName:jahrestr*^2 shortName:jahrestr*^5 shortTitle:jahrestr*^4 summary:jahrestr*^2 summary_de_simple:jahrestr*^2 summary_en:jahrestr*^2 text:jahrestr*^1 text_de_simple:jahrestr*^1 text_en:jahrestr*^1 title:jahrestr*^5 title_de_simple:jahrestr*^5 title_en:jahrestr*^5 _suffixes_public:jahrestr*^1.5 association:jahrestr~1^0.2 minorityName:jahrestr~1^0.4 name:jahrestr~1^1 name_de_simple:jahrestr~1^1 name_en:jahrestr~1^1 officialName:jahrestr~1^0.4 shortName:jahrestr~1^1 shortTitle:jahrestr~1^0.8 title:jahrestr~1^1 title_de_simple:jahrestr~1^1 title_en:jahrestr~1^1 association:\"jahr estr\"^0.3 minorityName:\"jahr estr\"^0.6 name:\"jahr estr\"^1.5 name_de_simple:\"jahr estr\"^1.5 name_en:\"jahr estr\"^1.5 officialName:\"jahr estr\"^0.6 shortName:\"jahr estr\"^1.5 shortTitle:\"jahr estr\"^1.2 title:\"jahr estr\"^1.5 title_de_simple:\"jahr estr\"^1.5 title_en:\"jahr estr\"^1.5)"
// $p13 = null
// $p14 = null
// $p15 = {"other":null,"District":null,"Municipality":null,"State":null}
// $p16 = ""
// $p17 = "+engagegraphnothing"
// $p18 = null
// $p19 = null
// $l0 = 21
// $l1 = 20
// $l2 = 20
// $l3 = 20
