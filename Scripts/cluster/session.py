"""Sessions of Spark: that of `spark-submit` where there is one, else one on this machine."""
from __future__ import annotations

import os
import pathlib
import sys

import pyspark
from pyspark.sql import SparkSession


def session(master: str | None = None, partitions: int | None = None, **settings: str) -> SparkSession:
    """A session; `master` such as `local[2]` unless `spark-submit` says it.

    Standard output stays the job's own: Spark logs to standard error, errors only.
    """
    # Without it, a wheel from PyPI starts no executors of its own; and they need this Python.
    os.environ.setdefault("SPARK_HOME", str(pathlib.Path(pyspark.__file__).parent))
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("rebound")
    if master:
        builder = (builder.master(master).config("spark.driver.host", "127.0.0.1").config("spark.ui.enabled", "false")
                   .config("spark.ui.showConsoleProgress", "false"))
    if partitions:
        builder = builder.config("spark.sql.shuffle.partitions", str(partitions))
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    # What tasks run; with --py-files, executors have it already.
    for module in ("cohort.py", "problems.py"):
        if (file := pathlib.Path(__file__).with_name(module)).exists():
            spark.sparkContext.addPyFile(str(file))
    return spark
