"""Tests of `distancecli.asking`."""
