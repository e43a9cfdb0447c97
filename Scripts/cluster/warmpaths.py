"""Introductions to a company: for each contact the chain most likely to reach someone there."""
from __future__ import annotations

from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def warm_paths(people: DataFrame, contacts: DataFrame, arcs: DataFrame, company: str, seeker: str, hops: int) -> DataFrame:
    """`first`, who to ask; `path`, from there to someone at the company; `chance`, that all of it succeeds; likeliest first.

    The first hop is an answer, each further one an introduction; `hops` bounds both together. A path ends with the first
    person of the company that it meets, and leads over no one whose `isClosed` is set. The search runs from the company
    backwards: a round is a join with the arcs into the people found so far; each keeps the likeliest chain.
    """
    open_people = people.where(~F.coalesce("isClosed", F.lit(False)) & (F.col("id") != seeker))
    there = open_people.where(F.col("company") == company).select("id").persist()
    allowed = open_people.select(F.col("id").alias("src"))
    steps = arcs.join(allowed, "src", "left_semi").join(there, arcs.src == there.id, "left_anti").persist()
    best = there.select("id", F.lit(1.0).alias("chance"), F.array("id").alias("path"))
    for _ in range(hops - 1):
        onward = steps.join(best.select(F.col("id").alias("dst"), F.col("chance").alias("rest"), "path"), "dst")
        longer = onward.select(
            F.col("src").alias("id"), (F.col("chance") * F.col("rest")).alias("chance"),
            F.concat(F.array("src"), "path").alias("path"))
        best = _likeliest(best.union(longer)).persist()
    asked = best.join(contacts.select(F.col("person").alias("id")).distinct(), "id").join(
        open_people.select("id", "reply"), "id").where("reply > 0")
    return asked.select(F.col("id").alias("first"), "path", (F.col("chance") * F.col("reply")).alias("chance")).orderBy(
        F.desc("chance"), F.size("path"), "path")


def _likeliest(chains: DataFrame) -> DataFrame:
    """The likeliest chain of each `id`; of equal ones the shorter, then the one whose names come first."""
    order = F.struct((-F.col("chance")).alias("odds"), F.size("path").alias("length"), "path")
    return chains.groupBy("id").agg(F.min(order).alias("first")).select(
        "id", (-F.col("first.odds")).alias("chance"), F.col("first.path").alias("path"))
