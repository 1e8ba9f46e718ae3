"""Serving over HTTP.

app       the ASGI application and its routes
graphql   the endpoint: Strawberry's view, our engines
engines   what answers each viewer class
viewers   who asks
faults    what nobody outside is told
health    alive, ready
examples  the worked queries in GraphiQL's menu
"""
