"""Looking a Word file over: whether everybody can read it, and whether a letterhead can be used."""
