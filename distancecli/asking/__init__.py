"""Asking: the pages of a guide, which one comes next, and the two ways to show one."""
