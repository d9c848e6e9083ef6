"""All that depends on the machine: the terminal, signals, standard streams, files."""
