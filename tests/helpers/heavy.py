"""Libraries that take long to import, so that only what needs them does."""

HEAVY = (
    "babel",
    "docx",
    "filelock",
    "holidays",
    "icalendar",
    "importlib.metadata",
    "jinja2",
    "lxml",
    "markdown_it",
    "personnummer",
    "prompt_toolkit",
    "questionary",
    "rich",
    "ruamel",
)
