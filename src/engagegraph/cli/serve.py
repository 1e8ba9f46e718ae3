"""`engagegraph serve`: the API over HTTP until it is told to stop."""

from __future__ import annotations

import copy
import os
import socket
import threading
import time

import click
import uvicorn

from engagegraph.cli.terminal import opened_address
from engagegraph.errors import Failure, nearest
from engagegraph.web.responses import cache_bytes

GRACE = 20
"""Seconds that running requests get to finish when the server is told to stop."""

LEVELS = ("error", "warning", "info", "debug")
"""Log levels that the server may have."""

LOGS_ACCESS = ("info", "debug")
"""Those with a line for each request; to make one that nobody sees takes time as well."""


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="Port to listen on (PORT).")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(min=1), help="Processes that answer.")
def command(host: str, port: int, workers: int) -> None:
    """Serve GraphQL at /graphql, with GraphiQL at /graphiql/."""
    check_port(host, port)
    with opened_address():
        listen(host, port, workers)


def check_port(host: str, port: int) -> None:
    """Raise `Failure` PORT_TAKEN when nobody could listen there."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Failure.of(
                "PORT_TAKEN", f"cannot listen at {host}:{port}: {error.strerror}", "choose another: PORT=8001", "--port"
            ) from None


def listen(host: str, port: int, workers: int = 1) -> None:
    """Serve until a signal; running requests are finished first. Errors: SETTING_INVALID."""
    cache_bytes()  # what is wrong with it is told once and at once, not by each process
    level = log_level()
    shown = "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104 - compared, not bound
    threading.Thread(target=_announce, args=(shown, port), daemon=True).start()
    log = copy.deepcopy(uvicorn.config.LOGGING_CONFIG)
    log["filters"] = {"without query": {"()": "engagegraph.web.faults.WithoutQuery"}}
    log["handlers"]["access"]["filters"] = ["without query"]
    uvicorn.run(
        "engagegraph.web.app:create", factory=True, host=host, port=port, workers=workers, log_level=level,
        timeout_graceful_shutdown=GRACE, ws="none", log_config=log, access_log=level in LOGS_ACCESS,
    )  # fmt: skip


def log_level() -> str:
    """Return the log level of the server; `Failure` SETTING_INVALID."""
    level = os.environ.get("ENGAGEGRAPH_LOG") or "warning"
    if level not in LEVELS:
        raise Failure.of("SETTING_INVALID", f'"{level}" is no log level', nearest(level, LEVELS), "ENGAGEGRAPH_LOG")
    return level


def _announce(host: str, port: int) -> None:
    """Print the addresses as soon as somebody answers there: who follows them at once is not turned away."""
    while True:
        try:
            socket.create_connection((host, port)).close()
        except OSError:
            time.sleep(0.05)
        else:
            break
    at = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    click.echo(f"GraphiQL  {at}/graphiql/\nGraphQL   {at}/graphql\nStop with Ctrl-C")
