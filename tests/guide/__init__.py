"""Tests of `distancecli.guide`."""
