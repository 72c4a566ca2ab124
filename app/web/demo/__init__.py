"""The demo shops: the pages that a newcomer sees first, with the widget as any page embeds it."""
