"""The edge: Kafka, settings, metrics, the worker and the command line."""
