"""The hall: a project folder and its use cases; the only floor that knows both wings."""
