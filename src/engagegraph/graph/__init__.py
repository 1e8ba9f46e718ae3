"""The only room that talks to Neo4j (and imports its driver).

`address` says where the database is: the one of `NEO4J_URI`, else the private one, which `local` runs. `client` opens
it: `Graph` for writing and the command line, `AsyncGraph` for serving; both answer plain rows and raise `Failure`.

In order of control flow:

- `address`   `Address`, from the environment or leased from the private server (`resolve_address`)
- `local`     the private Neo4j: jars, Java, a supervised server process shared by everyone who uses the same home
- `client`    `Graph`, `AsyncGraph`, `Transaction`, `Table`
- `store`     snapshots out of the database, changes with their revision into it
- `erase`     people out of the database and its history
- `migrate`   whose database it is; constraints, indexes, migrations
- `tokens`    access tokens, stored hashed
- `plan`      what EXPLAIN and PROFILE say: `Operator` tree and notifications
- `problems`  the driver's errors as problems with codes and hints
"""
