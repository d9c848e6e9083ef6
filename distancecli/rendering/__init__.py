"""The ways to show a plan: rich screen, plain text, Markdown, JSON."""
