"""Tables that replace each other, round after round, without a plan that grows or work that is lost."""
from __future__ import annotations

from pyspark.sql import Column, DataFrame, Row, SparkSession

CHECKPOINT_EVERY = 10


class Rounds:
    """Holds the table of the last round in memory, and every tenth in the checkpoint folder.

    Between two checkpoints a lost executor costs the rounds since the last one, never the job.
    """

    def __init__(self, spark: SparkSession, checkpoint_every: int = CHECKPOINT_EVERY):
        if spark.sparkContext.getCheckpointDir() is None:
            raise ValueError("iterations need a checkpoint folder: SparkContext.setCheckpointDir")
        self._every = checkpoint_every
        self._count = 0
        self._held: DataFrame | None = None

    def hold(self, table: DataFrame, *sums: Column) -> tuple[DataFrame, Row]:
        """The table of the next round, computed once, and `sums` over it; the table of the round before is let go."""
        before, held = self._held, table.persist()
        found = held.agg(*sums).first()
        self._count += 1
        if self._count % self._every == 0:
            computed, held = held, held.checkpoint()
            computed.unpersist()
        if before is not None:
            before.unpersist()
        self._held = held
        return held, found
