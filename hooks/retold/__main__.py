"""`python -m retold`, the same as the command `retold`."""

from retold.cli import main

main(prog_name="retold")
