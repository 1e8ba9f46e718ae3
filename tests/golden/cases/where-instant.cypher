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
  WHERE n7.startsAt_at < $p1
  WITH n7 ORDER BY n7.date_first, n7.title_sort, n7.slug LIMIT $l2
  RETURN [n7.slug]
},
       COLLECT {
  MATCH (n10:Event)
  WHERE n10.startsAt_at >= $p2 AND n10.startsAt_at <= $p3
  WITH n10 ORDER BY n10.date_first, n10.title_sort, n10.slug LIMIT $l3
  RETURN [n10.slug]
}

// $p0 = "2019-11-08T09:00:00+00:00"
// $p1 = "2019-11-08T09:15:00+00:00"
// $p2 = "2019-11-08T09:15:00+00:00"
// $p3 = "2019-11-08T09:30:00+00:00"
// $l0 = 21
// $l1 = 21
// $l2 = 21
// $l3 = 21
