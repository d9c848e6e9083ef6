"""From a guide and answers to a plan: what is asked, what counts, and what is shown."""
