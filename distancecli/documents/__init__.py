"""Files that somebody wrote: strict YAML and JSON as plain data, with the place of every entry."""
