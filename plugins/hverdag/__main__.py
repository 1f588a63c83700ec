"""`python -m hverdag`: the same as the command `hverdag`."""

from .cli import main

main()
