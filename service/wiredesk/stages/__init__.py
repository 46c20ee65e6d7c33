"""The stages: plain functions from record to record that raise only Spike."""
