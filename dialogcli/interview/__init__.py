"""Which questions to ask, in which order, and what an answer means. Pure: the terminal asks them."""
