"""Connected components by turns of large and small stars (Kiveris et al. 2014, doi:10.1145/2670979.2670997)."""
from __future__ import annotations

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from rounds import Rounds


def components(nodes: DataFrame, arcs: DataFrame) -> DataFrame:
    """The least `id` of the component of each `id`.

    A round halves the longest chains at least, so that their number grows with the logarithm of a component's size, where
    passing on the least neighbor takes as many rounds as a component is wide.
    """
    rounds = Rounds(nodes.sparkSession, checkpoint_every=1)
    # Two sets of edges have these in common only if they are the same, but for a chance of 2^-64.
    signature = [F.count("*"), F.sum(F.xxhash64("src", "dst").cast("decimal(38,0)"))]
    edges, now = rounds.hold(arcs.where("src > dst").select("src", "dst").distinct(), *signature)
    before = None
    while before != now:
        before = now
        edges, _ = rounds.hold(_large_stars(edges), *signature)
        edges, now = rounds.hold(_small_stars(edges), *signature)
    label = edges.select(F.col("src").alias("id"), F.col("dst").alias("least"))
    return nodes.select("id").join(label, "id", "left").select("id", F.coalesce("least", "id").alias("component"))


def _large_stars(edges: DataFrame) -> DataFrame:
    """Every larger neighbor of a node is joined to the least of the node and its neighbors."""
    both = edges.union(edges.select("dst", "src"))
    least = both.groupBy("src").agg(F.least(F.col("src"), F.min("dst")).alias("least"))
    return both.join(least, "src").where("dst > src").select(
        F.col("dst").alias("src"), F.col("least").alias("dst")).distinct()


def _small_stars(edges: DataFrame) -> DataFrame:
    """A node and its smaller neighbors are joined to the least of them."""
    least = edges.groupBy("src").agg(F.min("dst").alias("least"))
    others = edges.join(least, "src").where("dst <> least").select(
        F.col("dst").alias("src"), F.col("least").alias("dst"))
    return others.union(least.select("src", F.col("least").alias("dst"))).distinct()

