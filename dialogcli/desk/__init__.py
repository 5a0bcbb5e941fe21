"""What stands behind the commands: folders found and read, people asked, papers put where they
belong.
"""
