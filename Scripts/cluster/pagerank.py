"""PageRank, and PageRank personalized by where the surfer jumps to."""
from __future__ import annotations

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from fixedpoint import Solution, solve

DAMPING = 0.85


def pagerank(nodes: DataFrame, arcs: DataFrame, jump: DataFrame | None = None, damping: float = DAMPING,
             tolerance: float = 1e-8, most_rounds: int = 200) -> Solution:
    """The share of a random surfer's time at each `id`, as `PageRank` of `GraphAlgorithms` defines it.

    `jump` has `id` and `weight`, on any scale: where the surfer goes who does not follow an arc; to all nodes alike
    without it. The error is at most `tolerance` · damping / (1 - damping), summed over all nodes.
    """
    if jump is None:
        target = nodes.select("id").withColumn("target", F.lit(1.0 / max(1, nodes.count())))
    else:
        total = jump.agg(F.sum("weight")).first()[0]
        target = nodes.select("id").join(jump, "id", "left").select(
            "id", (F.coalesce("weight", F.lit(0.0)) / total).alias("target"))
    degrees = arcs.groupBy(F.col("src").alias("id")).agg((1.0 / F.count("*")).alias("share"))
    equations = target.join(degrees, "id", "left").select(
        "id", F.col("target").alias("start"), F.coalesce("share", F.lit(0.0)).alias("share"),
        F.lit(damping).alias("factor"), ((1 - damping) * F.col("target")).alias("base"),
        (damping * F.col("target")).alias("jump"))
    return solve(equations, arcs, tolerance, most_rounds, "sum")
