"""Whole interviews by seed: one number is one run, by values or in a real terminal."""
