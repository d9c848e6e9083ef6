"""Every possible reader of a guide at once, as statements that a solver decides."""
