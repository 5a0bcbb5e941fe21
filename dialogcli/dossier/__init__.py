"""The model of a dossier: reading it with places, finding values by path, changing one of them."""
