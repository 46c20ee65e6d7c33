"""`str` in, spans out: the core that knows text and nothing else. Total (no string raises) and linear in time."""
