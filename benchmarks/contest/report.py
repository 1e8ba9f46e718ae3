"""The tables: medians over rounds, and how far the rounds lie apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from benchmarks.contest.contestants import Contestant
from benchmarks.contest.measure import Measured
from benchmarks.contest.operations import Question


def _line(*cells: object) -> None:
    print("  ".join(f"{cell!s:>12}" for cell in cells), flush=True)


def _spread(values: Sequence[float]) -> str:
    """Return how far the values lie apart, in parts of their median."""
    middle = median(values)
    return f"±{(max(values) - min(values)) / 2 / middle * 100:.0f} %" if middle else "–"


def hits(found: Mapping[str, tuple[int, int]]) -> None:
    """Print the database's hits."""
    print("\nDatabase hits, five sets of variables together")
    _line("", "engagegraph", "by hand", "ratio")
    for name, (ours, hand) in found.items():
        _line(name, ours, hand, f"{ours / max(hand, 1):.2f}")


def questions(asked: Sequence[Question], names: Sequence[str], found: Measured) -> None:
    """Print one table for each question."""
    print("\nMedians of rounds: milliseconds at one connection; sixteen connections; processor milliseconds a request")
    for question in asked:
        print(f"\n{question.name}: {question.says}")
        _line("", "p50", "p95", "spread", "requests/s", "p99/p50", "cpu server", "cpu database")
        for name in names:
            numbers = found.get((question.name, name))
            if numbers:
                _line(
                    name, f"{median(numbers.p50):.2f}", f"{median(numbers.p95):.2f}", _spread(numbers.p50),
                    f"{median(numbers.rate):.0f}", f"{median(numbers.p99):.1f}", f"{median(numbers.server):.2f}",
                    f"{median(numbers.database):.2f}",
                )  # fmt: skip
    print("\nRatios: engagegraph to the limit (p50, cpu), others to engagegraph (cpu)")
    _line("", "p50/limit", "cpu/limit", *(f"{n} cpu" for n in names if n not in {"engagegraph", "limit"}))
    for question in asked:
        ours = found[question.name, "engagegraph"]
        limit = found.get((question.name, "limit"))
        others = [found.get((question.name, n)) for n in names if n not in {"engagegraph", "limit"}]
        cells = [_ratio(ours.p50, limit.p50 if limit else []), _ratio(ours.cpu, limit.cpu if limit else [])]
        _line(question.name, *cells, *(_ratio(o.cpu if o else [], ours.cpu) for o in others))


def _ratio(one: Sequence[float], other: Sequence[float]) -> str:
    """Return the median of the rounds' ratios: a round's values were taken one after the other."""
    if not one or not other:
        return "–"
    return f"{median(a / b if b else float('nan') for a, b in zip(one, other, strict=True)):.2f}"


def mixed(found: Mapping[str, Sequence[tuple[float, int]]]) -> None:
    """Print the whole mix with writes."""
    print("\nAll questions mixed, variables by Zipf's law, 1 % writes, sixteen connections")
    _line("", "reads/s", "spread", "writes")
    for name, rates in found.items():
        values = [rate for rate, _ in rates]
        _line(name, f"{median(values):.0f}", _spread(values), sum(writes for _, writes in rates))
    if "cached" in found and "peer" in found:
        ratio = median(a[0] / b[0] for a, b in zip(found["cached"], found["peer"], strict=True))
        print(f"cached to peer: {ratio:.1f}")


def servers(contestants: Sequence[Contestant]) -> None:
    """Print start and memory."""
    print("\nServers: seconds until the port answers, resident megabytes at the end")
    for contestant in contestants:
        _line(contestant.name, f"{contestant.started:.2f}", f"{contestant.memory() / 1e6:.0f}")


def writing(one: Mapping[str, float], many: Sequence[float], changes: int) -> None:
    """Print the writes."""
    told = ", ".join(f"{name} {milliseconds:.1f} ms" for name, milliseconds in one.items())
    print(f"\nW1, one change of one thing (ours through the write path, a revision each; it has no mutations): {told}")
    print(f"W2, a seed of up to {changes} changes: {median(many):.2f} s {_spread(many)}")
