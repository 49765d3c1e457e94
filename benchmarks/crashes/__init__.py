"""What is kept when a process is killed, or the disk fails, at its N-th write: every job, every write, every way."""
