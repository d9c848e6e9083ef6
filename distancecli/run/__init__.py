"""One run of `distance guide`, from what is asked for to the last file."""
