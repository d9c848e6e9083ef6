"""A guide as values, and reading one: its words, questions, rules, steps and promises."""
