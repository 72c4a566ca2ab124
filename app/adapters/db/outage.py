"""What a caller hears when the database can't do its work now: answer 503, try again later."""


class DatabaseUnavailable(Exception):
    """Locked, full, down, too slow or out of connections; nothing of the unit is acknowledged.

    A unit whose commit was sent but never confirmed may still have happened: the same client id finds it.
    """


class NotMigrated(DatabaseUnavailable):
    """The database lacks its tables or its role: `frontdesk db upgrade` makes them."""
