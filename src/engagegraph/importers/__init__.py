"""Official directories ─▶ changes. What a file's columns mean is declared in `schema/importers/`, not in Python.

In order of control flow:

    declaration  what an importer consists of
    expression   how a text comes from the cells of a row
    load         schema/importers/*.yaml ─▶ importers, checked against the model
    workbook     an XLSX file ─▶ rows of text, or what is wrong with the file
    records      rows ─▶ records that know the records they belong to, sums and means
    slugs        lasting slugs for what is new; what is known by its key keeps its own
    drafts       records ─▶ what the importer wants to put
    plan         that and the present graph ─▶ changes, and where others' values win
"""
