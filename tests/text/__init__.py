"""Tests of `distancecli.text`."""
