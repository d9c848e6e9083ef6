"""Options that are asked one by one, each a row of a page (`choose: each`)."""
