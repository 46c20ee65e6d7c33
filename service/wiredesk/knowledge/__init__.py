"""Gazetteer and vocabularies as lookups: built once, read-only, shared by forked workers."""
