"""`python -m wiredesk` is `wiredesk`."""

from wiredesk.edge.cli import main

if __name__ == "__main__":
    main()
