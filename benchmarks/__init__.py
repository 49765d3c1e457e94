"""What is measured, beside what others reach: `python -m benchmarks` prints the table, `--check` holds the floors."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded, as the command does
