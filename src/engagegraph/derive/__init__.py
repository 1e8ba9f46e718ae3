"""What follows from the model. Nothing here is written by hand twice.

graphql      the GraphQL schema that a viewer class sees; SDL
aggregates   its types for numbers over lists, groups and facets
questions    its root fields that ask across the graph
geo          its types for what lies near or within, and how far away
arguments    arguments that many fields have
builder      types for Strawberry, made from data
constraints  Cypher: uniqueness, range and full-text indexes
json_schema  JSON Schema for seed files
model_doc    the model as a page
content_doc  which seeds carry which statement of which source
markdown     tables for the pages
files        all of it, as files under schema/derived/ and docs/
"""
