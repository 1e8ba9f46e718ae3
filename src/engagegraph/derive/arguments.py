"""Arguments that many fields have."""

from __future__ import annotations

from engagegraph.derive.builder import Argument

AS_OF = Argument("asOf", "PartialDate | None", "Only what was valid at this time; nested fields inherit it.")
BETWEEN = Argument("between", "PeriodInput | None", "Only what was valid at any time in this period; inherited.")
LANG = Argument("lang", "Language | None", "Preferred language of texts; nested fields inherit it.")
CONTEXT = (AS_OF, BETWEEN, LANG)
"""What nested fields inherit and may override; null means any time."""

VIA = Argument("via", "list[RelationType] | None", "Only along these relations, in both directions; all if left out.")
