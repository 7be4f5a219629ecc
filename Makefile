# Rollcall: `make run` serves, `make test` runs every test. See README.md.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
DATA ?= var
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet

LINT := $(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && \
	$(BIN)/bandit -q -r corpus index assistant web -c pyproject.toml

export ROLLCALL_DATA := $(DATA)
export HF_HUB_OFFLINE := 1

.DEFAULT_GOAL := run
.PHONY: run test lint evaluate language bench bench-million stress fuzz lock sbom audit mutants screenshots browser browser-test clean

run: $(VENV)/.installed
	$(BIN)/rollcall build
	$(BIN)/rollcall serve --host $(HOST) --port $(PORT)

test: $(VENV)/.test-installed browser
	$(LINT)
	$(BIN)/pytest -n 2

lint: $(VENV)/.test-installed
	$(LINT)

evaluate: $(VENV)/.test-installed
	$(BIN)/rollcall evaluate

language: $(VENV)/.test-installed
	$(BIN)/python -m tests.language $(LANG)

bench: $(VENV)/.test-installed
	$(BIN)/python -m tests.benchmarks.run

bench-million: $(VENV)/.test-installed
	$(BIN)/python -m tests.benchmarks.million 1000000
	$(BIN)/python -m tests.benchmarks.growth 20000 1000000
	$(BIN)/python -m tests.benchmarks.intake 10000

stress: $(VENV)/.test-installed
	$(BIN)/python -m tests.stress.run

lock: $(VENV)/.release-installed
	CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes --unsafe-package torch \
		--strip-extras --annotation-style=line --no-emit-index-url --no-emit-find-links \
		-c constraints.txt -o requirements.lock pyproject.toml

sbom: $(VENV)/.release-installed
	$(BIN)/cyclonedx-py environment $(VENV) --pyproject pyproject.toml --output-format JSON -o sbom.cdx.json

audit: $(VENV)/.release-installed
	$(BIN)/pip-audit --no-deps --disable-pip -r constraints.txt

mutants: $(VENV)/.release-installed
	$(BIN)/mutmut run

fuzz: $(VENV)/.test-installed
	$(PIP) install atheris==3.0.0
	$(BIN)/python -m tests.stress.fuzz

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

$(VENV)/.release-installed: $(VENV)/.test-installed
	$(PIP) install -c constraints.txt -e ".[release]"
	touch $@
