"""Who comes to a load test: customers, operators and an abuser, as Locust users under gevent."""
