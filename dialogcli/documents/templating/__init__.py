"""Text templates: the data that they see, the sandbox they run in, and what is wrong with them."""
