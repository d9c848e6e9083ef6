"""Tests of `distancecli.checking.graph`."""
