"""WordprocessingML: blocks written in the styles of a letterhead, in a package with the same bytes
each time.
"""
