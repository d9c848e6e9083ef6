"""How the questions of a guide lead to its steps and endings, as pictures."""
