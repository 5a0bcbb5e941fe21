# Everything sets itself up: a machine with Python 3.11 or later, git and make is enough.
# CONSTRAINTS: constraints-lowest.txt tries the oldest releases that pyproject.toml allows; empty, the newest.
PYTHON ?= $(shell command -v python3.11 || command -v python3 || command -v python)
CONSTRAINTS ?= constraints.txt
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
READY := $(VENV)/.ready
DEMO := demo/kollektivtrafik-i-glesbygd
# A file is one worker's: its tests share what they set up.
ALL_CORES := --numprocesses auto --dist loadfile
DOCUMENTS := tjänsteskrivelse handlingsplan kommunikationsplan resultatsammanställning --final

.DEFAULT_GOAL := help
.PHONY: help demo test survey nightly coverage format lint bench letterhead clean

help: ## Show these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  %-12s %s\n", $$1, $$2}' Makefile

demo: $(READY) ## Copy the sample dialogue, check it, make its Word documents
	@rm -rf demo && mkdir -p demo && cp -R sample-dossier $(DEMO)
	@echo '$$ dialog check $(DEMO)' && $(BIN)/dialog check $(DEMO)
	@echo && echo '$$ dialog render $(DOCUMENTS) --folder $(DEMO)' && $(BIN)/dialog render $(DOCUMENTS) --folder $(DEMO)

test: $(READY) ## Run the tests, on all cores
	@$(BIN)/pytest $(ALL_CORES) -m 'not nightly and not survey and not timed'
	@$(BIN)/pytest -m timed

survey: $(READY) ## Break the finished dossiers in every way, and see what a check misses
	@$(BIN)/pytest -m survey

nightly: $(READY) ## Run also the tests that take long by nature
	@$(BIN)/pytest $(ALL_CORES) -m 'not timed'
	@$(BIN)/pytest -m timed

coverage: $(READY) ## Run the tests and say which lines of the engine they ran
	@$(BIN)/pytest $(ALL_CORES) -m 'not nightly and not survey and not timed' --cov --cov-report=json:.coverage.json
	@$(BIN)/pytest -m timed
	@$(BIN)/python tests/measures/packages.py .coverage.json

format: $(READY) ## Format the code
	@$(BIN)/ruff format --quiet .

lint: $(READY) ## Style, types, the direction of imports, and at most 10 ways through a function
	@$(BIN)/ruff format --check --quiet . || (echo 'Not formatted: run "make format".'; exit 1)
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/xenon --max-absolute B dialogcli

bench: $(READY) ## Compare speed with peers, as ratios in one run
	@$(BIN)/python tests/bench/bench.py

letterhead: $(READY) ## Make the default letterhead anew
	@$(BIN)/python templates/letterhead/make_letterhead.py

clean: ## Remove everything that make has made
	@rm -rf $(VENV) .bench demo build dist .coverage .coverage.json

$(READY): pyproject.toml $(CONSTRAINTS)
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet $(CONSTRAINTS:%=--constraint %) --editable . --group dev
	@touch $@
