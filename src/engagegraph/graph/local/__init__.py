"""The private Neo4j: a real Community server for whoever has none, run as a process of its own.

    with local.lease() as address:      # starts it, or joins the one that runs
        with Graph.open(address) as graph: ...

Flow: `lease` fetches the jars if they are missing, looks for the home's supervisor and starts one if there is none;
the supervisor runs the server and every lease is a connection to it that the kernel closes when its process dies.
Without leases the server ends by itself after a few seconds, unless `start` pinned it. Linux and macOS.

Modules in order of control flow:

- `lease`       what callers use: `lease`, `start`, `stop`, `status`
- `home`        the folder: places, locks, private files
- `java`        a Java 17 or 21
- `jars`        Neo4j itself, pinned in `jars.lock` (renewed by `pin`)
- `supervisor`  the process that owns a home's server
- `progress`    the bar of the first download
- `server`      settings, password, command line, class archive of the server
"""

from importlib.util import find_spec

from engagegraph.errors import Failure

if find_spec("fcntl") is None:
    raise Failure.of("PLATFORM_UNSUPPORTED", "the private Neo4j runs on Linux and macOS", "set NEO4J_URI to a server")

from engagegraph.graph.local.lease import Status, lease, start, status, stop

__all__ = ["Status", "lease", "start", "status", "stop"]
