"""Tests of `distancecli.run`."""
