"""Content as files: seed files ─▶ what they want, and the graph ─▶ seed files.

In order of control flow:

    files    YAML and CSV files ─▶ drafts with places
    load     drafts ─▶ the snapshot that the files want, checked as a whole
    held     where drafts hold what shall be forgotten
    canon    a snapshot ─▶ the texts of canonical seed files
    export   those texts in a folder
"""
