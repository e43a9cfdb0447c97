"""How far a long run is, for whoever watches a terminal; nothing in a log."""
import sys


def show(text):
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def clear():
    show("")
