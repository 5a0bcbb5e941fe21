"""Word documents: text template -> Markdown -> blocks by style name -> letterhead. Never checks a dossier."""
