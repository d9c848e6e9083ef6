"""The ways to show a plan: an outline of it, and a module for each form."""
