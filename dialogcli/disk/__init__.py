"""The only place that touches the disk: files old or new and never torn, folders, locks, and
programs of others.
"""
