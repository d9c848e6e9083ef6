"""The repository: how it installs, what it imports, and what its README says."""
