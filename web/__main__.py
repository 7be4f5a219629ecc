"""`python -m web` is `rollcall`."""

from web.cli import main

main()
