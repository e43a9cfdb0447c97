"""Equations x = base + factor · (sum over arcs into a node of share · x of their source), by Jacobi rounds.

PageRank and the value of a contact are both of this form, so both run through `solve`.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from rounds import Rounds


@dataclass(frozen=True)
class Solution:
    """A `value` for each `id`, in how many rounds, and by how much the last one moved."""

    values: DataFrame
    rounds: int
    residual: float


def solve(nodes: DataFrame, arcs: DataFrame, tolerance: float, most_rounds: int,
          norm: Literal["sum", "max"]) -> Solution:
    """Solves the equations of `nodes` over `arcs`.

    `nodes` has `id`, `start`, `share` (what an arc out of a node carries of its value; 0 where nothing leaves), `factor`,
    `base`, and `jump`: how much a node gets of all that stays at nodes without a share. `arcs` has `src` and `dst`. It
    stops when a round moves the values by at most `tolerance`, in the sum over all nodes or in the largest.

    A round is one shuffle of the sums: arcs and nodes stay where they are. It names the table of values once (a plan that
    names it twice doubles each round), so that every node has an arc to itself, which carries what it had.
    """
    spark = nodes.sparkSession
    partitions = int(spark.conf.get("spark.sql.shuffle.partitions"))
    nodes = nodes.repartition(partitions, "id").sortWithinPartitions("id").persist()
    carried = arcs.join(nodes.where("share > 0"), arcs.src == nodes.id).select("src", "dst", "share")
    own = nodes.select(F.col("id").alias("src"), F.col("id").alias("dst"), F.lit(None).cast("double").alias("share"))
    carried = carried.union(own).repartition(partitions, "src").sortWithinPartitions("src").persist()

    rounds = Rounds(spark)
    kept_sum = F.sum(F.when(F.col("keeps"), F.col("value")))
    keeps = ((F.col("share") == 0) & (F.col("jump") > 0)).alias("keeps")
    state, sums = rounds.hold(nodes.select("id", F.col("start").alias("value"), keeps), kept_sum)
    kept, made, residual = sums[0] or 0.0, 0, float("inf")
    moved = (F.sum if norm == "sum" else F.max)("move")
    while residual > tolerance and made < most_rounds:
        arriving = carried.join(state.select(F.col("id").alias("src"), "value"), "src").groupBy("dst").agg(
            F.sum(F.col("share") * F.col("value")).alias("inflow"),
            F.max(F.when(F.col("share").isNull(), F.col("value"))).alias("before"))
        value = F.col("base") + F.col("factor") * F.coalesce("inflow", F.lit(0.0)) + F.col("jump") * kept
        after = nodes.join(arriving, nodes.id == arriving.dst).select(
            "id", value.alias("value"), keeps, F.abs(value - F.col("before")).alias("move"))
        state, sums = rounds.hold(after, kept_sum, moved)
        kept, residual, made = sums[0] or 0.0, sums[1] or 0.0, made + 1
    for table in (nodes, carried):
        table.unpersist()
    return Solution(state.select("id", "value"), made, residual)
