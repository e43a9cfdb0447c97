"""What runs on a cluster: `spark-submit --py-files … job.py cohort …` or `giant …`.

`Scripts/spark` runs it on one machine.
"""
from __future__ import annotations

import argparse
import contextlib
import pathlib
import re
import subprocess
import sys
from collections.abc import Iterator

from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession

import cohort
import giant
from problems import Problem
from session import session


class Arguments(argparse.ArgumentParser):
    """Ends with the status that `rebound` has for a wrong command line."""

    def error(self, message: str):
        self.print_usage(sys.stderr)
        print(f"error: {message}", file=sys.stderr)
        sys.exit(64)


def arguments(name: str = "job.py") -> argparse.ArgumentParser:
    parser = Arguments(prog=name, description=__doc__)
    jobs = parser.add_subparsers(dest="job", required=True)
    many = jobs.add_parser("cohort", help="analyze many networks, a line of JSON each")
    many.add_argument("input", help="a file of lines, a folder of such files, or a pattern")
    many.add_argument("out", help="where the Parquet table of results goes; must not exist")
    many.add_argument("--as-of", required=True, help="the day to look from, such as 2026-04-10")
    many.add_argument("--over", choices=["arrow", "pipe"], default="arrow", help="how lines reach the program")
    many.add_argument("--page", help="a folder for the coach's page, of cohorts that fit this disk; must not exist")
    one = jobs.add_parser("giant", help="measure one network that is too large for one machine")
    one.add_argument("input", help="a folder of Parquet tables: ties; and people, contacts, groups")
    one.add_argument("out", help="where the tables of results go; must not exist")
    one.add_argument("--seeker", help="the id of the person who looks for work")
    one.add_argument("--company", help="find introductions to this company")
    one.add_argument("--hops", type=int, default=3, help="how long a chain of introductions may be (default: 3)")
    for job in (many, one):
        job.add_argument("--policy", required=job is one, help="a file that `rebound policy show` wrote")
        job.add_argument("--partitions", type=int, help="into how many parts the work is cut")
        job.add_argument("--master", help="where Spark runs, such as local[2] (default: what spark-submit says)")
    many.add_argument("--program", required=True, help="rebound: a path on every machine, or a name that --files sent")
    return parser


def run_cohort(given: argparse.Namespace) -> int:
    spark = session(given.master)
    _refuse_existing(spark, given.out)
    if given.page and pathlib.Path(given.page).exists():
        raise Problem(f"{given.page}: already there; name a new folder", status=73)
    engine = cohort.Engine(given.program, given.as_of, given.policy)
    lines = cohort.lines(spark, given.input, given.partitions)
    if given.over == "pipe":
        results, went_in = cohort.piped(spark, given.input, engine, given.partitions)
    else:
        results, went_in = cohort.analyzed(lines, engine), cohort.counts(lines)
    with removed_on_failure(spark, given.out):
        results.write.parquet(given.out)
        print(cohort.reconciled(went_in, spark.read.parquet(given.out)), file=sys.stderr)
    return coach_page(lines, engine, pathlib.Path(given.page)) if given.page else 0


def coach_page(lines: DataFrame, engine: cohort.Engine, folder: pathlib.Path) -> int:
    """Writes the networks of a cohort and what a coach opens on Monday; the exit status of `rebound batch`."""
    cohort.write_networks(lines, folder / "networks")
    words = [engine.program, "batch", folder / "networks", "-o", folder / "report", "--no-drawing", "--as-of", engine.as_of]
    return subprocess.run([*words, *(["--policy", engine.policy] if engine.policy else [])]).returncode


def run_giant(given: argparse.Namespace) -> int:
    if not 1 <= given.hops <= 4:
        raise Problem(f"--hops takes a number from 1 to 4, not {given.hops}", status=64)
    if given.company and not given.seeker:
        raise Problem("--company needs --seeker: introductions start with the seeker", status=64)
    policy = giant.policy(given.policy)
    spark = session(given.master, given.partitions)
    _refuse_existing(spark, given.out)
    with removed_on_failure(spark, given.out):
        giant.run(spark, given.input, given.out, giant.Question(policy, given.seeker, given.company, given.hops))
    return 0


def _refuse_existing(spark: SparkSession, out: str) -> None:
    files, path = _file_system(spark, out)
    if files.exists(path):
        raise Problem(f"{out}: already there; name a new folder, or remove it", status=73)


@contextlib.contextmanager
def removed_on_failure(spark: SparkSession, out: str) -> Iterator[None]:
    """Leaves all of a result or nothing."""
    try:
        yield
    except BaseException:
        files, path = _file_system(spark, out)
        files.delete(path, True)
        raise


def _file_system(spark: SparkSession, name: str):
    path = spark._jvm.org.apache.hadoop.fs.Path(name)
    return path.getFileSystem(spark._jsc.hadoopConfiguration()), path


def main(words: list[str], name: str = "job.py") -> int:
    given = arguments(name).parse_args(words)
    try:
        return run_cohort(given) if given.job == "cohort" else run_giant(given)
    except Problem as problem:
        print(f"error: {problem}", file=sys.stderr)
        return problem.status
    except PySparkException as failure:
        # What a task raised stands in the last line of its stack.
        raised = re.findall(r"^RuntimeError: (.*)", str(failure), re.MULTILINE)
        print(f"error: {raised[-1] if raised else failure}", file=sys.stderr)
        return 70


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
