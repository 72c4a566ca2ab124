"""Frontdesk: a customer chat that an assistant answers first and people take over."""
