# Frontdesk's own commands; `make` alone lists them.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run test lint types scripts bench silence takeover desk lock clean

BIN := .venv/bin
CHECKED := $(wildcard app loadtests tests)
WIDGET := $(wildcard widgets/package.json)
WIDGET_SOURCES := $(shell find widgets -type d \( -name node_modules -o -name dist \) -prune -o -type f -print 2>/dev/null)

# Newer Pythons come last: a package may not have wheels for them yet.
PYTHONS := python3.13 python3.12 python3.11 python3.14 python3 python
NODE_FITS := const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 20 || (major == 20 && minor >= 19) ? 0 : 1)
FITS := import ensurepip, sys; sys.exit(sys.version_info < (3, 11))

help: ## print these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

setup: .venv/installed $(if $(WIDGET),.venv/widget) ## make the virtual environment and build the widget; quick when nothing changed
	@:

run: setup ## run the service on the embedded default, with no key and no server
	@exec $(BIN)/frontdesk serve

test: lint types scripts .venv/browser ## check everything, then run every test
	$(BIN)/pytest -n 3 --dist loadscope

lint: setup ## ruff, its formatter and the floors
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/ruff format --check $(CHECKED)
	$(BIN)/lint-imports

types: setup ## mypy, strict
	$(BIN)/mypy $(CHECKED)

scripts: setup ## what runs in browsers: TypeScript, strict, and its tests
	@cd widgets && PATH="$(CURDIR)/$(BIN):$$PATH" npm run --silent check

bench: setup .venv/node ## measure the service under load
	$(BIN)/python loadtests/bench/run.py

silence: setup ## measure how soon a kill switch silences four replicas
	$(BIN)/python -m loadtests.silence

takeover: setup ## race people against the assistant, 10,000 times
	$(BIN)/python -m loadtests.takeover

desk: setup ## measure how soon the desk and the customer hear of each other
	$(BIN)/python -m loadtests.desk_latency

lock: .venv/installed ## choose the newest versions and write the lock files
	@$(COMPILE) pyproject.toml --extra dev --output-file requirements-dev.lock
	@$(COMPILE) pyproject.toml --constraints requirements-dev.lock --output-file requirements.lock
	@$(COMPILE) --group node --output-file requirements-node.lock

clean: ## remove what the other targets made; .data is kept
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis widgets/node_modules widgets/dist
	find $(CHECKED) -type d -name __pycache__ -prune -exec rm -rf {} +

COMPILE = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links

# uv is taken from the lock by pip, and takes the rest ten times faster; where uv can't reach a registry that pip's own
# settings name, pip takes the rest too.
.venv/installed: requirements-dev.lock pyproject.toml
	@$(BIN)/python -m pip --version >/dev/null 2>&1 && exit 0; \
	for python in $(PYTHONS); do "$$python" -c '$(FITS)' 2>/dev/null && break || python=; done; \
	[ "$$python" ] || { echo 'Frontdesk needs Python 3.11 or newer with venv (on Debian: apt install python3-venv).' >&2; exit 1; }; \
	echo "Making .venv with $$("$$python" --version)"; "$$python" -m venv --clear .venv
	@echo 'Installing the locked packages'
	@sed -n '/^uv==/,/[^\]$$/p' requirements-dev.lock > .venv/uv.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r .venv/uv.lock
	@VIRTUAL_ENV=.venv $(BIN)/uv pip sync --quiet --compile-bytecode --require-hashes requirements-dev.lock \
	|| $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --offline --no-deps --no-build-isolation --editable .
	@touch $@

.venv/node: .venv/installed requirements-node.lock
	@if node -e '$(NODE_FITS)' 2>/dev/null; then exit 0; fi; \
	echo 'Setting up Node from a wheel: the machine has none of 20.19 or newer'; \
	VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --require-hashes -r requirements-node.lock \
	|| $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-node.lock
	@touch $@

# Only the tests need a browser. Without one they say so each time, and a later `make test` looks again.
.venv/browser: .venv/installed
	@found="$$($(BIN)/python tests/browser/find_chromium.py --install)"; [ -z "$$found" ] || echo "$$found" > $@

.venv/widget: .venv/node $(WIDGET_SOURCES)
	@echo 'Building the widget'
	@cd widgets && PATH="$(CURDIR)/$(BIN):$$PATH" && npm ci --no-audit --no-fund --loglevel=error && npm run --silent build
	@touch $@
