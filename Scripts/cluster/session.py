"""Sessions of Spark: that of `spark-submit` where there is one, else one on this machine."""
from __future__ import annotations

import os
import pathlib
import sys

import pyspark
from pyspark.sql import SparkSession

HERE = pathlib.Path(__file__).parent
# What tasks run; --py-files brings it to a cluster.
OF_TASKS = ["cohort.py", "problems.py"]


def session(master: str | None = None, partitions: int | None = None, java_options: str = "",
            **settings: str) -> SparkSession:
    """A session; with `master`, such as `local[2]`, on this machine, else as `spark-submit` says."""
    builder = SparkSession.builder.appName("rebound")
    if master:
        # Without the first, a wheel from PyPI starts no executors of its own; and they need this Python.
        os.environ.setdefault("SPARK_HOME", str(pathlib.Path(pyspark.__file__).parent))
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        logging = f"-Dlog4j2.configurationFile=file:{HERE / 'log4j2.properties'}"
        settings = {"spark.driver.memory": "2g", "spark.driver.host": "127.0.0.1", "spark.ui.enabled": "false",
                    "spark.ui.showConsoleProgress": "false",
                    "spark.driver.extraJavaOptions": f"{logging} {java_options}", **settings}
        builder = builder.master(master)
    if partitions:
        settings["spark.sql.shuffle.partitions"] = str(partitions)
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    if master:
        for module in OF_TASKS:
            spark.sparkContext.addPyFile(str(HERE / module))
    return spark
