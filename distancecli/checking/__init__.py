"""What can be proved of a guide, and what an edit of one changes."""
