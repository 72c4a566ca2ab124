# Frontdesk's own commands; `make` alone lists them.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run test together lint types scripts bench load flood silence smooth cuts takeover desk safety models deploy lock clean

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

test: setup .venv/browser ## check everything and run every test; last, alone, those that time something
	@$(MAKE) --no-print-directory -j 2 together scripts types lint
	$(BIN)/pytest -m alone

# In their order: the modules of few tests are those that start servers, and last they would be waited for.
together: setup .venv/browser
	$(BIN)/pytest -n 3 --dist loadscope --no-loadscope-reorder -m "not alone"

lint: setup ## ruff, its formatter and the floors
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/ruff format --check $(CHECKED)
	$(BIN)/lint-imports

types: setup ## mypy, strict
	$(BIN)/mypy $(CHECKED)

scripts: setup ## what runs in browsers: TypeScript, strict, and its tests
	@cd widgets && PATH="$(CURDIR)/$(BIN):$$PATH" npm run --silent check

bench: setup .venv/node ## measure the service under load
	$(BIN)/python -m loadtests.bench.run

load: setup ## put the service under load for two minutes, and judge what it carries
	$(BIN)/python -m loadtests.load

flood: setup ## measure what one tenant's flood costs another
	$(BIN)/python -m loadtests.flood

silence: setup ## measure how soon a kill switch silences four replicas
	$(BIN)/python -m loadtests.silence

smooth: setup .venv/browser ## measure the chat's longest tasks on a slowed processor
	$(BIN)/python -m tests.browser.smoothness

cuts: setup ## cut the chat's lines 10,000 times and count what is lost or comes twice
	$(BIN)/python -m tests.widgets.cuts

takeover: setup ## race people against the assistant, 10,000 times
	$(BIN)/python -m loadtests.takeover

desk: setup ## measure how soon the desk and the customer hear of each other
	$(BIN)/python -m loadtests.desk_latency

safety: setup ## measure what the safety stages reach on messages that nothing was made from
	$(BIN)/python -m tests.safety.measure

models: .venv/train ## train the models of the safety stages anew, to the byte
	for subject in injection moderation names; do .venv/train/bin/python -m tests.safety.train_$$subject; done
	git diff --stat --exit-code -- app/domain/weights

deploy: .venv/deploy ## check what is deployed with against its schemas
	.venv/deploy/bin/check-jsonschema --builtin-schema vendor.compose-spec config/deploy/compose.yaml
	.venv/deploy/bin/kubernetes-validate --strict config/deploy/kubernetes.yaml
	.venv/deploy/bin/yamllint --strict -d '{extends: default, rules: {line-length: {max: 140}, document-start: disable, braces: disable, comments: {min-spaces-from-content: 1}, truthy: {check-keys: false}}}' config/deploy
	.venv/deploy/bin/hadolint --failure-threshold warning Dockerfile

lock: .venv/installed ## choose the newest versions and write the lock files
	@$(COMPILE) pyproject.toml --extra dev --output-file requirements-dev.lock
	@$(COMPILE) pyproject.toml --constraints requirements-dev.lock --output-file requirements.lock
	@$(COMPILE) --group node --output-file requirements-node.lock
	@$(COMPILE) --group deploy --output-file requirements-deploy.lock
	@$(COMPILE) pyproject.toml --extra dev --group train --constraints requirements-dev.lock --output-file requirements-train.lock

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
	@$(BIN)/python -m compileall -q $(CHECKED)
	@touch $@

.venv/node: .venv/installed requirements-node.lock
	@if node -e '$(NODE_FITS)' 2>/dev/null; then exit 0; fi; \
	echo 'Setting up Node from a wheel: the machine has none of 20.19 or newer'; \
	VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --require-hashes -r requirements-node.lock \
	|| $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-node.lock
	@touch $@

# Tools that few need have environments of their own.
.venv/deploy .venv/train: .venv/%: requirements-%.lock .venv/installed
	@$(BIN)/uv venv --quiet --clear $@
	@VIRTUAL_ENV=$@ $(BIN)/uv pip sync --quiet --require-hashes $<
	@touch $@

# Only the tests need a browser. Without one they say so each time, and a later `make test` looks again.
.venv/browser: .venv/installed
	@found="$$($(BIN)/python tests/browser/find_chromium.py --install)"; [ -z "$$found" ] || echo "$$found" > $@

.venv/widget: .venv/node $(WIDGET_SOURCES)
	@echo 'Building the widget'
	@cd widgets && PATH="$(CURDIR)/$(BIN):$$PATH" && npm ci --no-audit --no-fund --loglevel=error && npm run --silent build
	@touch $@
