"""What commands say: text, JSON, CSV and calendars. Pure: returns strings."""
