"""Tests of `distancecli.interview`."""
