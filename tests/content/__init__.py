"""The words and the rules of the built-in guide."""
