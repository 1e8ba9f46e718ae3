"""Serving over HTTP.

app        the ASGI application and its routes
graphql    the endpoint: a request in, bytes out
cors       which pages may read it
request    what a request asks
viewers    who asks
engines    what answers each viewer class
body       the bytes of an answer, plain and packed
responses  the bytes that were answered before
past       what each revision touched, so that answers stay that it spared
clock      which moment of the graph is the present one
census     how much there is, by which costs are estimated
faults     what nobody outside is told
health     alive, ready
examples   the worked queries in GraphiQL's menu
"""
