RETURN COLLECT {
  MATCH (n1:Event)
  WHERE n1.startsAt_at = $p0
  WITH n1 ORDER BY n1.date_first, n1.title_sort, n1.slug LIMIT $l0
  RETURN [n1.slug, n1.startsAt]
},
       COLLECT {
  MATCH (n4:Event)
  WHERE (n4.startsAt_at IS NULL OR n4.startsAt_at <> $p0)
  WITH n4 ORDER BY n4.date_first, n4.title_sort, n4.slug LIMIT $l1
  RETURN [n4.slug]
},
       COLLECT {
  MATCH (n7:Event)
  WHERE n7.startsAt_at IN $p1
  WITH n7 ORDER BY n7.date_first, n7.title_sort, n7.slug LIMIT $l2
  RETURN [n7.slug, n7.startsAt]
},
       COLLECT {
  MATCH (n10:Event)
  WHERE (n10.startsAt_at IS NULL OR NOT n10.startsAt_at IN $p2)
  WITH n10 ORDER BY n10.date_first, n10.title_sort, n10.slug LIMIT $l3
  RETURN [n10.slug]
},
       COLLECT {
  MATCH (n13:Event)
  WHERE n13.startsAt_at < $p3
  WITH n13 ORDER BY n13.date_first, n13.title_sort, n13.slug LIMIT $l4
  RETURN [n13.slug]
},
       COLLECT {
  MATCH (n16:Event)
  WHERE n16.startsAt_at >= $p4 AND n16.startsAt_at <= $p5
  WITH n16 ORDER BY n16.date_first, n16.title_sort, n16.slug LIMIT $l5
  RETURN [n16.slug]
}

// $p0 = "2019-11-08T09:00:00+00:00"
// $p1 = ["2019-11-08T09:00:00+00:00","2019-11-08T09:15:00+00:00"]
// $p2 = ["2019-11-08T09:00:00+00:00"]
// $p3 = "2019-11-08T09:15:00+00:00"
// $p4 = "2019-11-08T09:15:00+00:00"
// $p5 = "2019-11-08T09:30:00+00:00"
// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
// $l4 = 21
// $l5 = 21
