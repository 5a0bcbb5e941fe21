"""The twelve kinds of rules, one module each, and their registry."""
