"""The console: pages for operators, made on the server; each works without a script and by keyboard."""
