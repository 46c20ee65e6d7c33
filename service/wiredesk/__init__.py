"""wiredesk turns raw wire pages on Kafka into structured stories.

Start reading here; text goes in at the bottom as `str` and comes out as records, Kafka happens to it at the edge:

    records.py           what travels on each topic
    errors.py            the closed list of reasons to set a page aside
    parsing/             str in, spans out: lines, rules, dates, bylines, datelines; knows nothing else of ours
    layouts/             one file an aggregator's page layout
    agencies/            one file an agency: credits, dateline form, sign-off
    knowledge/           gazetteer and vocabularies as read-only lookups
    formats/             one file an input format: how it is recognised, how it becomes Parts
    enrichers/           one file a kind of fact that enrich adds to a story
    stages/              clean, split, enrich, and pipeline, the three in a row: plain functions
    edge/                Kafka, settings, metrics, the worker and the command line
"""

__version__ = "0.1.0"
