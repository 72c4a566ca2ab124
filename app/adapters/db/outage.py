"""What a caller hears when a unit of work fails: the database can't do it now, or refuses it for good."""


class DatabaseUnavailable(Exception):
    """Locked, full, down, too slow or out of connections; nothing of the unit is acknowledged.

    A unit whose commit was sent but never confirmed may still have happened: the same client id finds it.
    """


class NotMigrated(DatabaseUnavailable):
    """The database lacks its tables or its role: `frontdesk db upgrade` makes them."""


class StatementRefused(Exception):
    """The database refuses what the code asks. Says which kind of error it was; the driver's words may quote a row."""
