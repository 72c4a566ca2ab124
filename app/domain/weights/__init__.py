"""Tables that were trained and are only read."""
