"""Small value types that every floor above may use. Imports nothing of ours."""
