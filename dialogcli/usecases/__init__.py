"""What stands behind the commands: folders found and read, people asked, documents put where they
belong.
"""
