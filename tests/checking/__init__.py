"""Tests of `distancecli.checking`."""
