RETURN true,
       COLLECT {
  CALL () {
    UNWIND $m1.Municipality AS ref MATCH (n2:Municipality {slug: ref[1]})
    RETURN ref[0] AS i, n2
  }
  WITH i, n2 ORDER BY i
  RETURN [i, n2.name]
}

// $p0 = 1
// $l0 = 3
// $m1 = {"Municipality":[]}
