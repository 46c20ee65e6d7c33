"""One file an aggregator's page layout: its landmarks, its furniture, the grammar of its cards. `plain` is the fallback."""
