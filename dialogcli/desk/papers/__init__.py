"""Putting documents on the disk, where one that somebody has edited is left alone."""
