"""What stands in a guide, field by field: for editors, and for people without one."""
