"""What is wrong with a file of our own that was changed or is not ours, and where in it."""


class ReturnError(ValueError):
    """A file cannot be read back; nothing of it is kept. The message names the file and the row."""
