"""Is the process alive, and is it ready to answer? `ready` names the part that is not."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse

from engagegraph.errors import Failure
from engagegraph.graph.migrate import WRITTEN
from engagegraph.model import Model
from engagegraph.query.moment import Run
from engagegraph.write.stored import Storage


async def live(request: Request) -> JSONResponse:
    """Answer 200 as long as the process runs."""
    return JSONResponse({"status": "live"})


class Readiness:
    """`/health/ready`: 200 when database, content and model are as they must be, else 503 with part and code."""

    def __init__(self, model: Model, run: Run) -> None:
        self._fingerprint = Storage(model).fingerprint()
        self._run = run

    async def ready(self, request: Request) -> JSONResponse:
        """Look once."""
        parts: dict[str, dict[str, Any]] = {}
        try:
            [[revision, fingerprint]] = await self._run(WRITTEN, {})
        except Failure as failure:
            problem = failure.problems[0]
            parts["database"] = {"ready": False, "code": problem.code, "message": problem.message, "hint": problem.hint}
        else:
            parts["database"] = {"ready": True}
            parts["content"] = {"ready": True, "revision": revision}
            if not revision:
                parts["content"] = {
                    "ready": False,
                    "code": "DATABASE_EMPTY",
                    "message": "no content yet",
                    "hint": "run engagegraph seed",
                }
            elif fingerprint != self._fingerprint:
                message = "the content was written for another model"
                parts["content"] = {
                    "ready": False,
                    "code": "DATABASE_STALE",
                    "message": message,
                    "hint": "run engagegraph seed",
                }
        ready = all(part["ready"] for part in parts.values())
        return JSONResponse({"status": "ready" if ready else "not ready", "parts": parts}, 200 if ready else 503)
