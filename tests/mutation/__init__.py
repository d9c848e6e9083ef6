"""How much the tests notice: small changes made to a copy of the program, one by one."""
