# Rollcall: `make run` serves, `make test` runs every test. See README.md.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
DATA ?= var
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet

export ROLLCALL_DATA := $(DATA)
export HF_HUB_OFFLINE := 1

.DEFAULT_GOAL := run
.PHONY: run test lint evaluate bench stress screenshots browser browser-test clean

run: $(VENV)/.installed
	$(BIN)/rollcall build
	$(BIN)/rollcall serve --host $(HOST) --port $(PORT)

test: $(VENV)/.test-installed browser
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy
	$(BIN)/pytest -n 2

lint: $(VENV)/.test-installed
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

evaluate: $(VENV)/.test-installed
	$(BIN)/rollcall evaluate

bench: $(VENV)/.test-installed
	$(BIN)/python -m tests.benchmarks.run

stress: $(VENV)/.test-installed
	$(BIN)/python -m tests.stress.run

screenshots: $(VENV)/.test-installed browser
	$(BIN)/python -m tests.browser.screenshots

browser:
	@sh .ci/browser

browser-test: $(VENV)/.test-installed browser
	$(BIN)/pytest -n 2 -m browser

clean:
	rm -rf $(VENV) build *.egg-info

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --upgrade pip==26.2
	$(PIP) install -c constraints.txt torch==2.13.0
	$(PIP) install -c constraints.txt -e .
	touch $@

$(VENV)/.test-installed: $(VENV)/.installed
	$(PIP) install -c constraints.txt -e ".[test]"
	touch $@
