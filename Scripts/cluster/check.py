"""What `Scripts/spark --test` runs: each check says what it found; one that fails says what, and ends the rest."""
from __future__ import annotations

import argparse
import os
import pathlib
import sys
import tempfile
import time
from collections.abc import Callable

import agreement
import contract
from session import session

# For short runs: no time goes into compiling what runs a few times.
SHORT_RUN = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


def main(program: str) -> int:
    with tempfile.TemporaryDirectory() as folder, quiet(pathlib.Path(folder) / "log") as log:
        work = pathlib.Path(folder)
        spark = session("local[2]", 2, SHORT_RUN)
        checks: list[tuple[str, Callable[[pathlib.Path], str]]] = [
            ("bytes", lambda work: contract.check_bytes(spark, program, work)),
            ("folder", lambda work: contract.check_folder(spark, program, work)),
            ("losses", lambda work: contract.check_losses(spark, program, work)),
            ("page", lambda work: contract.check_page(spark, program, work)),
            ("chain", lambda work: agreement.check_chain(spark, 300, work)),
            ("refusals", lambda work: agreement.check_refusals(spark, program, work)),
            ("graph", lambda work: agreement.check_graph(spark, program, 11, work)),
            ("network", lambda work: agreement.check_network(spark, program, 300, work)),
            ("killed", lambda work: contract.check_killed_executor(spark, program, work)),
        ]
        for name, check in checks:
            (work / name).mkdir()
            start = time.perf_counter()
            try:
                print(f"spark: {check(work / name)} ({time.perf_counter() - start:.0f} s)", flush=True)
            except AssertionError as error:
                log.show()
                print(f"spark: {name}: {error}", flush=True)
                return 1
            except BaseException:
                log.show()
                raise
    return 0


class quiet:
    """Standard error of this process and of those it starts goes to a file, from which it can be shown."""

    def __init__(self, file: pathlib.Path):
        self._file = file

    def __enter__(self) -> "quiet":
        self._before = os.dup(2)
        log = os.open(self._file, os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        os.dup2(log, 2)
        os.close(log)
        return self

    def show(self) -> None:
        os.dup2(self._before, 2)
        sys.stderr.write(self._file.read_text(errors="replace")[-20_000:])

    def __exit__(self, *_) -> None:
        os.dup2(self._before, 2)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    sys.exit(main(parser.parse_args().program))
