"""Which pages may read the API, and with what."""

from __future__ import annotations

from starlette.middleware.cors import CORSMiddleware
from starlette.types import Message, Receive, Scope, Send

_VARIES = (b"vary", b"Origin")


class Cors(CORSMiddleware):
    """Starlette's, with a short way for requests that are of no page: it parses all headers, ours and theirs."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a preflight, or let the request through; the response says that it depends on the origin."""
        if scope["type"] != "http" or any(name == b"origin" for name, _ in scope["headers"]):
            await super().__call__(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), _VARIES]
            await send(message)

        await self.app(scope, receive, sent)
