# All the work of the project, by name. Works with GNU make 3.81 (macOS) and later.
.DEFAULT_GOAL := help
.PHONY: help demo test lint check texts notebook app clean browser fuzz editor-tools spark

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
PLUGINS := $(sort $(patsubst %/pyproject.toml,%,$(wildcard plugins/*/pyproject.toml)))
PROJECTS := pyproject.toml hatch_build.py $(addsuffix /pyproject.toml,$(PLUGINS))
CATALOGUES := $(shell find src plugins -name '*.po' 2>/dev/null)
SOURCES := src $(addsuffix /src,$(PLUGINS))
RULESET := kumppanuuskiihdyttamo-2017
RESULTS := tulokset
export SKIP_BROWSER PYTHON

help: ## this list
	@echo "make demo   sets everything up and runs the main job"
	@echo "make test   installs what the tests need, a browser included, and runs them all"
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | \
		while IFS='|' read -r name words; do printf '%-10s %s\n' "$$name" "$$words"; done

demo: $(VENV)/.workbook $(VENV)/.texts ## main job on a fictional field of applications, into tulokset/
	@$(BIN)/innokumppanuus run $(RULESET) --out $(RESULTS) --also fi --also sv --also en
	@echo
	@echo "Results:           $(RESULTS)/; begin with $(RESULTS)/decision.html in a browser"
	@echo "The notebook:      make notebook"
	@echo "The same, no code: make app"
	@echo "The command line:  $(BIN)/innokumppanuus --help"

test: lint browser editor-tools ## everything: style, types, arrows, tests
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.test $(VENV)/.texts ## style, types and arrows
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy $(SOURCES)
	$(BIN)/lint-imports

check: lint ## lint and the quick tests, before a commit
	$(BIN)/python -m pytest -n auto --ignore=tests/browser --ignore=tests/test_lessons.py

MINUTES := 10
fuzz: $(VENV)/.test $(VENV)/.texts ## hostile files and expressions for ten minutes (MINUTES=30 for thirty)
	nice $(BIN)/python -m innokumppanuus.testing.fuzzing --minutes $(MINUTES) --out fuzz-findings

texts: $(VENV)/.texts ## compiles the catalogues of texts that have changed

# Spark needs Java 17 and much room, so that its tests have an environment of their own.
SPARK := build/spark
COLUMNS := plugins/innokumppanuus-columns
spark: $(SPARK)/.spark ## the tests on Spark and by Spark Connect, where Java 17 is found
	PYSPARK_PYTHON=$(CURDIR)/$(SPARK)/bin/python $(SPARK)/bin/python -m pytest \
		$(COLUMNS)/tests/test_spark.py $(COLUMNS)/tests/test_agreement.py -k spark
	SPARK_REMOTE='local[2]' PYSPARK_PYTHON=$(CURDIR)/$(SPARK)/bin/python $(SPARK)/bin/python -m \
		pytest $(COLUMNS)/tests/test_spark.py $(COLUMNS)/tests/test_agreement.py -k spark

$(SPARK)/.spark: $(PROJECTS)
	@tools/ensure-venv $(SPARK)
	@echo "Installing Spark. This takes a few minutes the first time."
	@$(SPARK)/bin/python -m pip --disable-pip-version-check install --quiet -e . \
		-e './$(COLUMNS)[spark-connect]' 'babel>=2.14' 'hatchling>=1.25' 'hypothesis>=6.100' \
		'pytest>=8.2'
	@touch $@

notebook: $(VENV)/.workbook $(VENV)/.texts ## opens the lesson in JupyterLab
	$(BIN)/innokumppanuus workbook

app: $(VENV)/.workbook $(VENV)/.texts ## opens the lesson as an app without code
	$(BIN)/innokumppanuus workbook --app

clean: ## removes what was made: results, environment, caches
	rm -rf $(VENV) $(RESULTS) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	rm -rf .import_linter_cache workbooks/notebooks
	find src plugins -name '*.mo' -exec rm -f {} +
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# What is installed, by stamps: a second run does nothing.
$(VENV)/.venv:
	@tools/ensure-venv $(VENV)
	@touch $@

$(VENV)/.workbook: $(VENV)/.venv $(PROJECTS)
	@echo "Installing innokumppanuus with its notebooks. This takes a minute the first time."
	@$(PIP) install --quiet -e '.[workbook]' $(addprefix -e ./,$(PLUGINS))
	@touch $@

$(VENV)/.test: $(VENV)/.venv $(PROJECTS)
	@echo "Installing what the tests need. This takes a minute or two the first time."
	@$(PIP) install --quiet -e '.[test]' $(addprefix -e ./,$(PLUGINS))
	@touch $(VENV)/.workbook $@

browser:
	@tools/ensure-browser

editor-tools: ## the YAML language server of the editor tests, into a cache
	@tools/ensure-editor-tools

$(VENV)/.texts: $(VENV)/.catalogues $(CATALOGUES)
	@$(BIN)/python hatch_build.py
	@touch $@

# The compiler of catalogues is a need of the build; the notebooks bring the same one.
$(VENV)/.catalogues: $(VENV)/.venv
	@$(PIP) install --quiet 'babel>=2.14' 'hatchling>=1.25'
	@touch $@
