# Paraplu: everything a fresh machine with Python 3.11, pip and make needs.
# `make` alone tells what there is. Outside this folder only caches are written (pip, uv).

PYTHON ?= python3
UV := .uv/bin/uv
READY := .venv/.ready
export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON_DOWNLOADS := never

.DEFAULT_GOAL := help
.PHONY: help setup study test lint bench soak clean

help: ## tell what there is
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1|\2/' | column -t -s '|' 2>/dev/null || true

setup: $(READY) ## set up .venv with the locked versions

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11"; exit 1; }
	@echo "uv klaarzetten …"
	@$(PYTHON) -m venv .uv
	@.uv/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.7,<1'

$(READY): $(UV) pyproject.toml uv.lock
	@echo "pakketten klaarzetten in .venv … (de eerste keer een minuut of wat)"
	@$(UV) sync --locked --quiet --python $(PYTHON)
	@touch $@

study: $(READY) ## check the study, run the notebooks, render the essays
	@.venv/bin/paraplu run
	@echo "Zo roept u paraplu aan:  .venv/bin/paraplu --help"
	@echo "of eerst:                source .venv/bin/activate"

lint: $(READY) ## ruff, mypy, the floors of the house
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports

test: lint ## lint, and every test
	.venv/bin/pytest -n 2 --dist loadfile --ignore tests/e2e
	.venv/bin/pytest -n 2 --dist loadfile tests/e2e || .venv/bin/pytest --last-failed tests/e2e

bench: $(READY) ## measure how long things take; writes docs/benchmarks.md
	.venv/bin/python scripts/bench.py
	OMP_NUM_THREADS=1 $(UV) run --isolated --locked --quiet --group stock python -W ignore scripts/bench_topics.py

soak: $(READY) ## the long tests
	PARAPLU_SOAK=1 .venv/bin/pytest -m slow

clean: ## remove what can be made again
	rm -rf .venv .uv .paraplu _site analysis/outputs essays/_marks .quarto .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist
