"""The adapter floor: the database, Redis, the model and every other service outside."""
