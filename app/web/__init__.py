"""The web floor: HTTP, event streams, the console and the widget's files."""
