"""Which methods suit a dialogue, and why: the catalogue held against what the dossier says. Pure."""
