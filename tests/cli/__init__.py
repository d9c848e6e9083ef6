"""Tests of `distancecli.cli`."""
