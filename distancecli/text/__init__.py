"""Text: which characters are safe, how words are spelt, and how lines are wrapped."""
