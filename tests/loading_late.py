"""Loaded before the command in the process that tests fork it from: what users' processes defer, it defers too."""

from app.deferred import defer

defer()
