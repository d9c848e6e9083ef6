"""Tests of `distancecli.checking.diff`."""
