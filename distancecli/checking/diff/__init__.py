"""What an edit of a guide changes, and for which readers."""
