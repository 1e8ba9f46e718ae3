"""The Neo4j process: its settings, its password, its command line, its start and its end."""

from __future__ import annotations

import asyncio
import ctypes
import hashlib
import os
import random
import secrets
import signal
import socket
import subprocess
import sys
from asyncio.subprocess import Process
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from engagegraph.errors import Failure
from engagegraph.graph.local.home import Home, write_private
from engagegraph.graph.local.java import Java

USER = "neo4j"
DATABASE = "neo4j"
MAIN = "org.neo4j.server.CommunityEntryPoint"

HEAP = ("-Xms128m", "-Xmx1g")
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.lang", "java.util.concurrent")

PORTS = range(17_000, 32_000)
"""Below the range that systems hand out for outgoing connections, so that nothing takes the port during a restart."""

SETTINGS = """\
# Written at every start; edits are lost.
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.bolt.telemetry.enabled=false
dbms.usage_report.enabled=false
# small on disk
db.tx_log.preallocate=false
db.tx_log.rotation.size=16m
db.tx_log.rotation.retention_policy=keep_none
db.logs.query.enabled=OFF
# small in memory
server.memory.pagecache.size=128m
# a query that timed out ends promptly; the default looks every 2 s
db.transaction.monitor.check.interval=100ms
# a stop spends 10 of its 10.5 s waiting for new connections that cannot come
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
internal.dbms.bolt.local_enabled=false
db.shutdown_transaction_end_timeout=1s
"""

DEBUG_LOG = """\
<?xml version="1.0" encoding="UTF-8"?>
<Configuration status="ERROR">
  <Appenders>
    <RollingRandomAccessFile name="Debug" fileName="${config:server.directories.logs}/debug.log"
                             filePattern="$${config:server.directories.logs}/debug.log.%i">
      <Neo4jDebugLogLayout pattern="%d{yyyy-MM-dd HH:mm:ss.SSSZ}{GMT+0} %-5p [%c{1.}] %m%n"/>
      <Policies><SizeBasedTriggeringPolicy size="4 MB"/></Policies>
      <DefaultRolloverStrategy fileIndex="min" max="1"/>
    </RollingRandomAccessFile>
  </Appenders>
  <Loggers>
    <Root level="INFO"><AppenderRef ref="Debug"/></Root>
    <Logger name="QueryLogger" level="OFF"/>
    <Logger name="HttpLogger" level="OFF"/>
    <Logger name="SecurityLogger" level="OFF"/>
  </Loggers>
</Configuration>
"""


@dataclass(frozen=True, slots=True)
class Archive:
    """The JVM's archive of loaded classes, which takes a third off a start; made by the first orderly stop.

    `base` is the archive of Java's own classes where the runtime brings none (None where it does).
    """

    path: Path
    base: Path | None

    @classmethod
    def of(cls, home: Home, java: Java, jars: list[Path]) -> Archive:
        """Return the archive for this runtime and class path: another of either is another archive."""
        about = "\n".join([str(java.executable.resolve()), java.version, *map(str, jars)])
        key = hashlib.sha256(about.encode()).hexdigest()[:16]
        own = java.executable.resolve().parent.parent / "lib" / "server" / "classes.jsa"
        return cls(home.jars / f"{key}.jsa", None if own.exists() else home.jars / f"{key}-base.jsa")

    @property
    def fresh(self) -> Path:
        """Where this process's JVM writes the archive when there is none yet."""
        return self.path.with_name(f"{self.path.stem}.{os.getpid()}.tmp")

    def flags(self, java: Java) -> list[str]:
        """Return the JVM flags that use the archive, or that make it."""
        if self.base is not None and not self.base.exists():
            fresh = self.base.with_name(f"{self.base.stem}.{os.getpid()}.tmp")
            made = subprocess.run(
                [java.executable, "-Xshare:dump", f"-XX:SharedArchiveFile={fresh}"],
                capture_output=True,
                check=False,
                timeout=120,
            )
            if made.returncode != 0 or not fresh.exists():
                return []  # a start without an archive is slower, not worse
            fresh.replace(self.base)
        below = [str(self.base)] if self.base else []
        if self.path.exists():
            return [f"-XX:SharedArchiveFile={':'.join([*below, str(self.path)])}"]
        return [*(f"-XX:SharedArchiveFile={base}" for base in below), f"-XX:ArchiveClassesAtExit={self.fresh}"]

    def keep(self) -> None:
        """Take over what an orderly stop wrote, in place of archives of other runtimes and of torn stops."""
        if not self.fresh.exists():
            return
        self.fresh.replace(self.path)
        for other in [*self.path.parent.glob("*.jsa"), *self.path.parent.glob(f"{self.path.stem}.*.tmp")]:
            if other not in (self.path, self.base):
                other.unlink(missing_ok=True)  # a server that has it open keeps it


def prepare(home: Home, port: int) -> None:
    """Write settings, and for a new home a new password. Errors: PASSWORD_LOST."""
    home.make()
    conf = home.server / "conf"
    conf.mkdir(mode=0o700, exist_ok=True)
    (conf / "neo4j.conf").write_text(SETTINGS.format(port=port), encoding="utf-8")
    (conf / "server-logs.xml").write_text(DEBUG_LOG, encoding="utf-8")
    if home.password.exists():
        return
    data = home.server / "data"
    if (data / "databases").exists():
        raise Failure.of(
            "PASSWORD_LOST",
            "the private Neo4j has data, but its password file is gone",
            "bring the file back, or move the folder neo4j away and seed anew",
            str(home.password),
        )
    password = secrets.token_urlsafe(24)
    (data / "dbms").mkdir(mode=0o700, parents=True, exist_ok=True)
    # Neo4j reads this file when it starts on an empty store: what `neo4j-admin dbms set-initial-password` writes,
    # without a JVM of its own.
    write_private(data / "dbms" / "auth.ini", f"{USER}:{_hashed(password)}:\n")
    write_private(home.password, password + "\n")


def _hashed(password: str) -> str:
    """Return Neo4j's form of a password: method, digest, salt, rounds. The password is random, so 1024 are plenty."""
    salt, rounds = secrets.token_bytes(32), 1024
    digest = hashlib.sha256(salt + password.encode()).digest()
    for _ in range(rounds - 1):
        digest = hashlib.sha256(digest).digest()
    return f"SHA-256,{digest.hex().upper()},{salt.hex().upper()},{rounds}"


def choose_port(wanted: int | None) -> int:
    """Return `wanted` if nothing listens there, else a free port of the loopback interface. Errors: NO_FREE_PORT."""
    tries = random.sample(PORTS, 50)
    for port in [wanted, *tries] if wanted else tries:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise Failure.of("NO_FREE_PORT", f"no free port from {PORTS.start} to {PORTS.stop}", "set NEO4J_URI to a server")


def command(home: Home, java: Java, jars: list[Path], flags: list[str]) -> list[str]:
    """Return the command line of the server."""
    return [
        str(java.executable),
        *HEAP,
        *flags,
        "-Xshare:auto",
        "-XX:+ExitOnOutOfMemoryError",
        "-Dfile.encoding=UTF-8",
        "-Djava.awt.headless=true",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED),
        "-cp",
        ":".join(map(str, jars)),
        MAIN,
        f"--home-dir={home.server}",
        f"--config-dir={home.server / 'conf'}",
    ]


async def launch(line: list[str], home: Home) -> Process:
    """Start the server; it dies with this process, even if that is killed (Linux; elsewhere the next owner ends it)."""
    with (home.logs / "console.log").open("ab") as console:
        return await asyncio.create_subprocess_exec(
            *line,
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=console,
            cwd=home.server,
            preexec_fn=_tied_to_parent(),
        )


def _tied_to_parent() -> Callable[[], None] | None:
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    parent, set_death_signal = os.getpid(), 1

    def tie() -> None:
        prctl(set_death_signal, int(signal.SIGKILL))
        if os.getppid() != parent:  # it died before the tie held
            os._exit(1)

    return tie


async def answers(port: int) -> bool:
    """Say whether something on the port shakes hands in Bolt, which Neo4j does once its databases are up."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    try:
        writer.write(bytes.fromhex("6060b017" + "00000405" + 3 * "00000000"))
        return await asyncio.wait_for(reader.readexactly(4), 20) != bytes(4)
    except (OSError, EOFError, TimeoutError):
        return False
    finally:
        writer.close()


LOGS = ("console.log", "neo4j.log", "debug.log")
"""Where the server says why it ended, the most telling first."""

TELLING = ("ERROR", "Caused by", "Exception", "rror:", "FATAL")


def log_ends(home: Home) -> dict[Path, int]:
    """Return how long the server's logs are now, so that `last_words` looks only at what comes after."""
    paths = [home.logs / name for name in LOGS]
    return {path: path.stat().st_size if path.exists() else 0 for path in paths}


def last_words(home: Home, begin: dict[Path, int]) -> tuple[Path, str]:
    """Return the line that says best why the server ended, and the log it stands in."""
    found = [(path, telling_line(path, start)) for path, start in begin.items()]
    telling = [(path, line) for path, line in found if any(word in line for word in TELLING)]
    said = [(path, line) for path, line in found if line]
    return (telling or said or [(home.logs / LOGS[0], "")])[0]


def telling_line(log: Path, start: int = 0) -> str:
    """Return the line of a log that says best what went wrong after `start`: the last error or cause, else the last."""
    try:
        with log.open("rb") as file:
            file.seek(start)
            lines = file.read().decode("utf-8", "replace").splitlines()
    except OSError:
        return ""
    lines = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith(("at ", "... "))]
    told = [line for line in lines if any(word in line for word in TELLING)]
    return (told or lines or [""])[-1]
