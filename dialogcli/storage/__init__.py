"""The only place that touches the disk: YAML with places, atomic and locked files, git."""
