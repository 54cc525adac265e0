.DEFAULT_GOAL := help
.PHONY: help report test lint lab bench environment wheels lock clean

help report test lint lab bench environment wheels lock clean:
	@python3 tasks.py $@
