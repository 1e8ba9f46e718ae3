RETURN head(COLLECT {
  MATCH (n1:Topic {slug: $p0})
  RETURN [COLLECT {
    MATCH (n1)<-[e4:ABOUT]-(n3)
    WHERE ((e4.since_first IS NULL OR e4.since_first <= $p2) AND (e4.until_last IS NULL OR e4.until_last >= $p1)) AND ((NOT n3:Programme OR (n3.start_first IS NULL OR n3.start_first <= $p2) AND (n3.end_last IS NULL OR n3.end_last >= $p1))) AND ((NOT n3:Network|Partner OR (n3.founded_first IS NULL OR n3.founded_first <= $p2) AND (n3.dissolved_last IS NULL OR n3.dissolved_last >= $p1))) AND ((NOT n3:Event OR (n3.date_first IS NULL OR n3.date_first <= $p2) AND (coalesce(n3.endDate_last, n3.date_last) IS NULL OR coalesce(n3.endDate_last, n3.date_last) >= $p1))) AND ((NOT n3:Statement OR (n3.date_first IS NULL OR n3.date_first <= $p2) AND (n3.endDate_last IS NULL OR n3.endDate_last >= $p1)))
    WITH e4, n3 ORDER BY n3._place LIMIT $l0
    RETURN [CASE WHEN n3:Programme THEN 'Programme' WHEN n3:Network THEN 'Network' WHEN n3:Event THEN 'Event' WHEN n3:Session THEN 'Session' WHEN n3:Publication THEN 'Publication' WHEN n3:Instrument THEN 'Instrument' WHEN n3:Offer THEN 'Offer' WHEN n3:Statement THEN 'Statement' WHEN n3:Partner THEN 'Partner' ELSE 'Figure' END, n3.name, n3.title]
  }, n1.slug]
})

// $p0 = "ehrenamt"
// $p1 = "2013-01-01"
// $p2 = "2013-12-31"
// $l0 = 20
