"""What commands say: as screens, as facts for other programs, as a calendar or a spreadsheet. Pure:
knows no terminal.
"""
