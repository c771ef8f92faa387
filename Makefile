# Two commands do all the set-up: `make serve` and `make test`. Both may be run again at once.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := .demo
HOST ?= 127.0.0.1
PORT ?= 8000
TIMES ?= 50
KILLS ?= 200

CODE := $(shell find kg ontology -name '*.py' -o -name '*.ttl' -o -name '*.csv' -o -name '*.json')
CORPUS := $(shell find corpus/articles -type f)

.DEFAULT_GOAL := help

.PHONY: help
help: ## Show what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

.PHONY: serve
serve: $(DEMO)/.built ## Build the graph from the shipped corpus and serve it
	GDPR_KG_DATA_DIR=$(DEMO) $(BIN)/gdpr-kg serve --host $(HOST) --port $(PORT)

.PHONY: test
test: lint ## Lint, check the types and run all tests
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadscope

.PHONY: lint
lint: $(VENV)/.dev ## Lint and check the types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

.PHONY: format
format: $(VENV)/.dev ## Bring the code into its one form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.PHONY: bench
bench: $(VENV)/.bench ## Measure what is promised of speed
	@failed=0; for script in $$(grep -l '__main__' benchmarks/*.py); do \
		$(BIN)/python -m benchmarks.$$(basename $$script .py) || failed=1; done; exit $$failed

.PHONY: calibration
calibration: $(VENV)/.dev ## Fit the probabilities of extracted values anew (GOLD="…" names further gold files)
	$(BIN)/python -m kg.evaluation.calibration $(GOLD)

.PHONY: attack
attack: $(VENV)/.dev ## Attack a server, kill what writes, fill the disk (TIMES=50 KILLS=200)
	$(BIN)/python -m benchmarks.attack --times $(TIMES) --kills $(KILLS)

.PHONY: model
model: $(VENV)/.dev ## Train the party model on our own texts
	$(BIN)/python -m training

.PHONY: encoder
encoder: $(VENV)/.dev ## Train a small model that names parties, and show what it adds to the rules on texts held out
	OMP_NUM_THREADS=1 $(BIN)/python -m benchmarks.party_model

.PHONY: constraints
constraints: ## Try the newest versions of all dependencies, and write them to constraints.txt
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --editable '.[dev,bench]'
	$(BIN)/pip freeze --exclude-editable > constraints.txt

.PHONY: clean
clean: ## Remove what make made
	rm -rf $(VENV) $(DEMO) build dist

$(VENV)/.python:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.installed: $(VENV)/.python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --constraint constraints.txt --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@ $(VENV)/.installed

$(VENV)/.bench: $(VENV)/.dev
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev,bench]'
	touch $@

$(DEMO)/.built: $(VENV)/.installed $(CODE) $(CORPUS)
	GDPR_KG_DATA_DIR=$(DEMO) $(BIN)/gdpr-kg ingest corpus/articles
	touch $@
