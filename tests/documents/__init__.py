"""Tests of `distancecli.documents`."""
