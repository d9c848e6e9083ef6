"""Tests of `distancecli.rendering`."""
