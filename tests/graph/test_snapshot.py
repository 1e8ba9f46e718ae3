"""Reading the whole graph."""

from engagegraph.graph.client import Parameters, Rows
from engagegraph.graph.store import read_snapshot
from engagegraph.model import Model
from engagegraph.write.change import Snapshot


def test_two_statements_read_everything_however_many_types_there_are(real: Model) -> None:
    sent: list[str] = []

    class Empty:
        def run(self, cypher: str, params: Parameters | None = None) -> Rows:
            sent.append(cypher)
            assert params is not None
            assert params["columns"].keys() in (real.types.keys(), real.relations.keys())
            return []

    assert read_snapshot(Empty(), real) == Snapshot()
    assert len(sent) == len({*sent}) == 2
