RETURN COLLECT {
  MATCH (n1:Event)
  WHERE n1.startsAt_at = $p0
  WITH n1 ORDER BY n1.date_first, n1.title_sort, n1.slug LIMIT $l0
  RETURN [n1.slug, n1.startsAt]
},
       COLLECT {
  MATCH (n6:Event)
  WHERE (n6.startsAt_at IS NULL OR n6.startsAt_at <> $p0)
  WITH n6 ORDER BY n6.date_first, n6.title_sort, n6.slug LIMIT $l1
  RETURN [n6.slug]
},
       COLLECT {
  MATCH (n11:Event)
  WHERE n11.startsAt_at IN $p1
  WITH n11 ORDER BY n11.date_first, n11.title_sort, n11.slug LIMIT $l2
  RETURN [n11.slug, n11.startsAt]
},
       COLLECT {
  MATCH (n16:Event)
  WHERE (n16.startsAt_at IS NULL OR NOT n16.startsAt_at IN $p2)
  WITH n16 ORDER BY n16.date_first, n16.title_sort, n16.slug LIMIT $l3
  RETURN [n16.slug]
},
       COLLECT {
  MATCH (n21:Event)
  WHERE n21.startsAt_at < $p3
  WITH n21 ORDER BY n21.date_first, n21.title_sort, n21.slug LIMIT $l4
  RETURN [n21.slug]
},
       COLLECT {
  MATCH (n26:Event)
  WHERE n26.startsAt_at >= $p4 AND n26.startsAt_at <= $p5
  WITH n26 ORDER BY n26.date_first, n26.title_sort, n26.slug LIMIT $l5
  RETURN [n26.slug]
}

// $p0 = "2019-11-08T09:00:00+00:00"
// $p1 = ["2019-11-08T09:00:00+00:00","2019-11-08T09:15:00+00:00"]
// $p2 = ["2019-11-08T09:00:00+00:00"]
// $p3 = "2019-11-08T09:15:00+00:00"
// $p4 = "2019-11-08T09:15:00+00:00"
// $p5 = "2019-11-08T09:30:00+00:00"
// $l0 = 20
// $l1 = 20
// $l2 = 20
// $l3 = 20
// $l4 = 20
// $l5 = 20
