"""From a dossier to a Word file: text template, Markdown, blocks, WordprocessingML in the
organisation's letterhead.
"""
