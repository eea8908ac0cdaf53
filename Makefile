# `make serve` and `make test` set up everything they need; only Python >= 3.11 and make must be there.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
BIN := .venv/bin
MKDOCS_ADDRESS ?= 127.0.0.1:8000
export NO_MKDOCS_2_WARNING = true
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: help serve build test lint check lock clean
.DELETE_ON_ERROR:

help: ## Show this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

serve: .venv/serve ## Build the wiki, serve it, and rebuild it at every change
	$(BIN)/mkdocs serve --dev-addr $(MKDOCS_ADDRESS) --watch seeds

build: .venv/serve ## Build the wiki into site/
	$(BIN)/mkdocs build --strict

check: .venv/serve ## Look for mistakes in seeds/ and docs/
	$(BIN)/retold check

test: .venv/dev .venv/browser ## Run every test, in a real browser too
	$(BIN)/python -m pytest --cov --cov-fail-under=95 $(PYTEST)

lint: .venv/dev ## Check style, types and import layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

lock: .venv/dev ## Pin the newest allowed versions, with hashes
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/python tools/lock_requirements.py

clean: ## Remove what the other commands made
	rm -rf .venv site .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage dist

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Retold needs Python 3.11 or newer; none was found. Name one with: make PYTHON=/path/to/python3.12"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/serve: requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: requirements-dev.lock .venv/serve | .venv/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.lock
	@touch $@

.venv/browser: .venv/dev tools/find_browser.py
	$(BIN)/python tools/find_browser.py --install
	@touch $@
