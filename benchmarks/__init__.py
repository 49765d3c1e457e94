"""What is measured, beside what others reach: `python -m benchmarks` prints the table, `--check` holds the floors."""
