"""Tests of `distancecli.system`."""
