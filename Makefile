# Everything sets itself up: a machine with Python 3.11 or later, git and make is enough.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO := demo/kollektivtrafik-i-glesbygd
DOCUMENTS := tjänsteskrivelse handlingsplan kommunikationsplan resultatsammanställning --final

.DEFAULT_GOAL := help
.PHONY: help demo test lint bench letterhead clean

help: ## Show these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  %-12s %s\n", $$1, $$2}' Makefile

demo: $(READY) ## Copy the sample dialogue, check it, make its Word documents
	@rm -rf demo && mkdir -p demo && cp -R sample-dossier $(DEMO)
	@echo '$$ dialog check $(DEMO)' && $(BIN)/dialog check $(DEMO)
	@echo && echo '$$ dialog render $(DOCUMENTS) --folder $(DEMO)' && $(BIN)/dialog render $(DOCUMENTS) --folder $(DEMO)

test: $(READY) ## Run the tests
	@$(BIN)/pytest

lint: $(READY) ## Style, types and the direction of imports
	@$(BIN)/ruff format --check --quiet . || (echo 'Not formatted: run "ruff format".'; exit 1)
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

bench: $(READY) ## Compare speed with peers, as ratios in one run
	@$(BIN)/python tests/bench/bench.py

letterhead: $(READY) ## Make the default letterhead anew
	@$(BIN)/python templates/letterhead/make_letterhead.py

clean: ## Remove everything that make has made
	@rm -rf $(VENV) .bench demo build dist

$(READY): pyproject.toml constraints.txt
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --upgrade 'pip>=25.1'
	@$(BIN)/pip install --quiet --constraint constraints.txt --editable . --group dev
	@touch $@
