"""The command line: a module for each command (options in, one call, exit code out), and how
commands are found, explained and stopped.
"""
