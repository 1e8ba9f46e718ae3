from io import StringIO

from rich.console import Console

from engagegraph.graph.local.progress import shown


def tell(*, terminal: bool) -> str:
    out = StringIO()
    with shown(Console(file=out, force_terminal=terminal, width=100)) as progress:
        progress("Downloading Neo4j", 1_000_000, 140_000_000)
        progress("Downloading Neo4j", 140_000_000, 140_000_000)
        progress("Starting Neo4j", 0, 0)
        progress("", 0, 0)
        out.write("READY")
    return out.getvalue()


def test_a_file_gets_one_line_for_each_thing() -> None:
    assert tell(terminal=False) == "Downloading Neo4j (140 MB) …\nStarting Neo4j …\nREADY"


def test_a_terminal_gets_a_bar_that_is_gone_when_the_server_is_there() -> None:
    shown_text, _, after = tell(terminal=True).partition("READY")
    assert "140.0/140.0 MB" in shown_text
    assert "Starting Neo4j" in shown_text
    assert "Neo4j" not in after
