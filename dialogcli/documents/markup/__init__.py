"""The text of a document: Markdown, the marks in which answers travel, and the blocks they become."""
