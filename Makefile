# engagegraph: `make help` lists the targets. Needs Python >= 3.11 and the network the first time; nothing else.

PORT ?= 8000
PYTHON ?=
PYTEST_ARGS ?=
BENCHMARK_ARGS ?=
GERMANY ?=
UPGRADE ?=

BIN := .venv/bin
QUICK := -m "not db and not browser and not whole" --hypothesis-profile quick
STAMP := .venv/.stamp
BUNDLE := src/engagegraph/web/static/graphiql
GRAPHIQL := $(shell find graphiql -name node_modules -prune -o -type f -print)

# pytest rewrites the assertions of every module anew, for seconds, where it may not keep what it made.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test check coverage lint lock benchmark clean FORCE

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

demo: $(STAMP) ## private Neo4j, content, a first answer, then the API with GraphiQL (PORT=8000 GERMANY=file.xlsx)
	@exec $(BIN)/engagegraph demo --port $(PORT) $(if $(GERMANY),--germany "$(GERMANY)")

test: $(STAMP) ## all tests (PYTEST_ARGS=...)
	$(BIN)/python -m pytest $(PYTEST_ARGS)

check: lint ## the quick one for every commit: no database, no browser
	$(BIN)/engagegraph schema --check
	$(BIN)/engagegraph validate
	$(BIN)/python -m pytest $(QUICK) -n auto --dist worksteal $(PYTEST_ARGS)

coverage: $(STAMP) ## the quick tests, and that they take every branch of model, derive, query and write
	$(BIN)/coverage run -m pytest $(QUICK) --hypothesis-seed=0 $(PYTEST_ARGS)
	$(BIN)/coverage report

lint: $(STAMP) ## format, lint and types
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy

benchmark: $(STAMP) ## the benchmarks (BENCHMARK_ARGS=...)
	$(BIN)/python -m benchmarks $(BENCHMARK_ARGS)

# One pin for each package, also where newer ones need a newer Python.
LOCK_WITH := uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes --no-emit-index-url --no-strip-extras \
	--no-annotate --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

lock: ## lock files from pyproject.toml, needs uv; newest versions with UPGRADE=1
	$(LOCK_WITH) pyproject.toml --output-file requirements.lock
	$(LOCK_WITH) pyproject.toml --group dev --constraints requirements.lock --output-file requirements-dev.lock

clean: ## remove the environment and everything built; not the data in ENGAGEGRAPH_HOME
	rm -rf .venv dist build htmlcov .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis graphiql/node_modules $(BUNDLE)
	find src tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

# The GraphiQL page is built by the editable install, so the environment is stale without it.
$(STAMP): requirements.lock requirements-dev.lock pyproject.toml hatch_build.py $(GRAPHIQL) $(if $(wildcard $(BUNDLE)/index.html),,FORCE)
	@set -eu; \
	new_enough='import sys; sys.exit(sys.version_info < (3, 11))'; \
	if uv --version >/dev/null 2>&1; then uv=yes; else uv=no; fi; \
	if ! $(BIN)/python -c "$$new_enough" 2>/dev/null; then \
		found=; \
		for candidate in $(if $(PYTHON),$(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python); do \
			if "$$candidate" -c "$$new_enough" 2>/dev/null; then found=$$candidate; break; fi; \
		done; \
		if [ -z "$$found" ]; then \
			echo "engagegraph needs Python 3.11 or newer; none of $(if $(PYTHON),$(PYTHON),python3 and python3.11 to python3.14) is." >&2; \
			echo "Install one, or name it: make PYTHON=/path/to/python3.12 ..." >&2; \
			exit 1; \
		fi; \
		found=$$("$$found" -c 'import sys; print(sys.executable)'); \
		echo "environment: .venv with $$("$$found" --version)"; \
		rm -rf .venv; \
		if [ $$uv = yes ]; then \
			uv venv --quiet --python "$$found" .venv; \
		elif ! "$$found" -m venv .venv; then \
			rm -rf .venv; \
			echo "This Python cannot make environments. On Debian and Ubuntu: apt install python3-venv" >&2; \
			exit 1; \
		fi; \
	fi; \
	echo "environment: installing the locked packages"; \
	if [ $$uv = yes ]; then \
		install="uv pip install --quiet --python $(BIN)/python"; \
	else \
		$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null; \
		install="$(BIN)/python -m pip install --quiet --disable-pip-version-check"; \
	fi; \
	$$install --require-hashes -r requirements-dev.lock; \
	echo "environment: installing engagegraph, with the GraphiQL page"; \
	$$install --no-deps --no-build-isolation --editable .; \
	touch $@
