"""One network too large for one machine: who is central in it, who is worth a call, and who leads to a company."""
from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

import contactvalue
import tables
import warmpaths
from components import components
from fixedpoint import Solution
from pagerank import pagerank
from problems import Problem


@dataclass(frozen=True)
class Question:
    """What is asked of a network. `policy` is a whole one, as `rebound policy show` prints it."""

    policy: dict[str, Any]
    seeker: str | None = None
    company: str | None = None
    hops: int = 3
    tolerance: float = 1e-8


def policy(path: str) -> dict[str, Any]:
    """A policy in a file on the driver's disk."""
    try:
        with open(path, encoding="utf-8") as file:
            found = json.load(file)
        found["projection"]["smallCompanyAtMostPeople"], found["ranking"]["directValue"]["minimumStrangerValue"]
    except OSError as error:
        raise Problem(f"{path}: {error.strerror}; `rebound policy show > {path}` writes one", status=66) from error
    except (ValueError, KeyError, TypeError) as error:
        raise Problem(f"{path}: not a whole policy ({error}); `rebound policy show > {path}` writes one") from error
    return found


def prepare(spark: SparkSession, checkpoints: str) -> None:
    """Sets a session up for rounds, which rely on tables that stay partitioned as they are."""
    spark.conf.set("spark.sql.adaptive.enabled", "false")
    spark.conf.set("spark.sql.autoBroadcastJoinThreshold", "-1")
    # Spark 4.3 takes a union that was read back from memory for partitioned when it is not.
    spark.conf.set("spark.sql.unionOutputPartitioning", "false")
    spark.sparkContext.setCheckpointDir(checkpoints)


def run(spark: SparkSession, folder: str, out: str, question: Question) -> dict[str, int]:
    """Reads the tables of `folder` and writes `known`, `measures` and, with contacts, `contacts` and `paths` to `out`.

    Returns how many rounds each iteration took.
    """
    checkpoints = f"{out}/.checkpoints"
    prepare(spark, checkpoints)
    try:
        return _run(spark, folder, out, question)
    finally:
        path = spark._jvm.org.apache.hadoop.fs.Path(checkpoints)
        path.getFileSystem(spark._jsc.hadoopConfiguration()).delete(path, True)


def _run(spark: SparkSession, folder: str, out: str, question: Question) -> dict[str, int]:
    rounds: dict[str, int] = {}
    given = tables.read(spark, folder)
    if (given.people is None) != (question.seeker is None):
        raise Problem(f"{folder}: --seeker ID and the tables contacts and people go together", status=64)
    seeker = _as_id(given, question.seeker)
    if question.company is not None and given.people.where(F.col("company") == question.company).first() is None:
        raise Problem(f"{folder}/people: no one works at {question.company}", status=1)
    known = written(tables.acquaintances(given, seeker, question.policy), f"{out}/known")
    nodes = known.select(F.col("src").alias("id")).distinct()
    if given.people is not None:
        _check_people(folder, given, nodes, seeker)
        nodes = nodes.union(given.people.select("id")).union(
            spark.createDataFrame([(seeker,)], nodes.schema)).distinct()
    nodes = nodes.persist()
    say(f"{nodes.count():,} people, {known.count() // 2:,} acquaintances")
    written(measures(nodes, known, seeker, question.tolerance, rounds), f"{out}/measures")
    if given.people is None:
        return rounds
    reached = contactvalue.reach(given.people, given.contacts, known, seeker, question.policy["ranking"]).persist()
    found = timed("value", rounds, lambda: contactvalue.values(reached, known, question.policy["ranking"]))
    columns = reached.select("id", "isContact", "reply", "direct", "reach")
    written(columns.join(found.values.withColumnRenamed("value", "worth"), "id"), f"{out}/contacts")
    if question.company is not None:
        paths = warmpaths.warm_paths(
            given.people, given.contacts, known, question.company, seeker, question.hops)
        say(f"{written(paths, f'{out}/paths').count():,} contacts lead to {question.company}")
    return rounds


def measures(nodes: DataFrame, known: DataFrame, seeker: Any, tolerance: float, rounds: dict[str, int]) -> DataFrame:
    """`pagerank` and `component` of every `id`, and `personal`, PageRank as seen by the seeker, where there is one."""
    ranked = timed("pagerank", rounds, lambda: pagerank(nodes, known, tolerance=tolerance))
    table = ranked.values.withColumnRenamed("value", "pagerank")
    if seeker is not None:
        jump = nodes.where(F.col("id") == seeker).withColumn("weight", F.lit(1.0))
        personal = timed("personal", rounds, lambda: pagerank(nodes, known, jump, tolerance=tolerance))
        table = table.join(personal.values.withColumnRenamed("value", "personal"), "id")
    return table.join(components(nodes, known), "id")


def _as_id(given: tables.Tables, seeker: str | None) -> Any:
    """The seeker as the tables write people."""
    if seeker is None or given.ties.schema["from"].dataType.typeName() == "string":
        return seeker
    try:
        return int(seeker)
    except ValueError as error:
        raise Problem(f"--seeker {seeker}: people are numbers in these tables", status=64) from error


def _check_people(folder: str, given: tables.Tables, nodes: DataFrame, seeker: Any) -> None:
    listed = given.people.select("id")
    absent = nodes.where(F.col("id") != seeker).join(listed, "id", "left_anti").first()
    if absent is None:
        absent = given.contacts.select(F.col("person").alias("id")).where(F.col("id") != seeker).join(
            listed, "id", "left_anti").first()
    if absent is not None:
        raise Problem(f"{folder}/people: no row for {absent[0]!r}, who stands in another table")


def written(table: DataFrame, path: str) -> DataFrame:
    """The table as Parquet, read back: what follows does not compute it again."""
    table.write.parquet(path)
    return table.sparkSession.read.parquet(path)


def timed(name: str, rounds: dict[str, int], work: Callable[[], Solution]) -> Solution:
    """The result of `work`; its rounds go into `rounds`, and its time to standard error."""
    start = time.perf_counter()
    found = work()
    rounds[name] = found.rounds
    say(f"{name}: {found.rounds} rounds in {time.perf_counter() - start:.1f} s, the last moved {found.residual:.1e}")
    return found


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
