# The commands of the project. On Debian 12, missing packages are installed first (as root or by sudo).
#
#   make            the program, at build/release/musnad
#   make demo       … and the record of an article printed
#   make test       everything built, every test run
#   make eval       scores against the gold annotations in $(GOLD), where they are
#   make bench      speed, memory, growth; `make bench-archive` an archive of the corpus ten times
#   make fit        fits the weights of models/ again
#   make faults     lists again what the reader gets wrong of tests/articles
#   make format     lays out the sources; `make lint` looks for mistakes; `make fuzz` feeds mutated input

GOLD ?= ../shared/gold
CORPORA ?= ../shared/corpora
CORPUS ?= ../shared/corpora/saudinewsnet
ARTICLE ?= examples/river-talks.txt
FUZZ_SECONDS ?= 20

.PHONY: build all demo test eval bench bench-archive fit faults format lint fuzz packages check-packages

build: build/release/build.ninja
	cmake --build build/release --target musnad

all: build/release/build.ninja
	cmake --build build/release

demo: build
	build/release/musnad read --register examples/river-states.tsv --format text $(ARTICLE)

test: all
	ctest --test-dir build/release --output-on-failure -j 2

eval: build
	scripts/eval build/release/musnad $(GOLD)

bench: build/release/build.ninja
	cmake --build build/release --target musnad musnad-bench
	build/release/musnad-bench build/release/musnad $(CORPUS)

bench-archive: build/release/build.ninja
	cmake --build build/release --target musnad musnad-bench
	build/release/musnad-bench build/release/musnad $(CORPUS) 10

fit: build/release/build.ninja
	cmake --build build/release --target musnad-fit-statements musnad-fit-events
	build/release/musnad-fit-statements $(GOLD)/seed $(GOLD)/train > build/statements.tsv
	mv build/statements.tsv models/statements.tsv
	scripts/annotated-texts $(CORPORA) build/annotated
	build/release/musnad-fit-events $(GOLD)/seed $(GOLD)/seed models/annotations $(GOLD)/train \
	  models/annotations/corpora build/annotated > build/events.tsv
	mv build/events.tsv models/events.tsv

faults: all
	build/release/articles_test --list-faults > build/known_failures.tsv
	mv build/known_failures.tsv tests/articles/known_failures.tsv

format: check-packages
	scripts/format

lint: packages check-packages
	scripts/lint

fuzz: packages check-packages
	scripts/fuzz $(FUZZ_SECONDS)

build/release/build.ninja: | packages
	cmake --preset release

packages:
	@scripts/install-packages scripts/packages-build.txt

check-packages:
	@scripts/install-packages scripts/packages-check.txt
