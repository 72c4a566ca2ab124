"""What puts the service under load, and the model provider it is tested against."""
