"""What every floor above may know: dates, text, screens, findings, errors, types of fields. Imports
nothing of ours.
"""
