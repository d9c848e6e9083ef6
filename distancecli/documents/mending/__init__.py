"""What people mean by a text that is not YAML: each slip with its cause and its cure."""
