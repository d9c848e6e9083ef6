"""How long the program takes: a stopwatch for terminals, who is measured, and the table."""
