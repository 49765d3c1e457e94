"""`python -m rashomon` is the `rashomon` command."""

from rashomon.cli import main

if __name__ == "__main__":  # a worker process imports this module too
    main(prog_name="rashomon")
