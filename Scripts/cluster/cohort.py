"""Many networks: `rebound batch - --jsonl` over lines of JSON that lie in files, on as many machines as there are.

Each line is a network, or `{"id": ..., "network": ...}`; each result is the line that Rebound prints for it, unchanged.
"""
from __future__ import annotations

import json
import pathlib
import re
import shlex
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pyarrow
from pyspark import SparkFiles, TaskContext
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from problems import Problem

# Where a line stands; in the order of these columns, results are in the order of the input.
PLACE = ["file", "block", "line"]
RESULTS = "file string, block long, line long, part int, id string, failed boolean, record string"
# So many networks go into a process at once, unless they have more bytes than that.
LINES_AT_ONCE = 256
BYTES_AT_ONCE = 64 << 20
CLOSING = re.compile(rb"([\d,]+) networks?: ([\d,]+) analyzed, ([\d,]+) errors?")


class Line(NamedTuple):
    """A line of the input and where it stands."""

    file: str
    block: int
    line: int
    value: bytes


@dataclass(frozen=True)
class Engine:
    """How each task calls Rebound. `program` is a path on every machine, or the name of a file sent along."""

    program: str
    as_of: str
    policy: str | None = None

    def command(self) -> list[str]:
        """The command, with paths of the machine that it runs on."""
        words = [_local(self.program), "batch", "-", "--jsonl", "--as-of", self.as_of, "--jobs", "1"]
        return words + (["--policy", _local(self.policy)] if self.policy else [])


def _local(name: str) -> str:
    sent = pathlib.Path(SparkFiles.get(name)) if "/" not in name else None
    return str(sent) if sent and sent.exists() else name


def lines(spark: SparkSession, path: str, parts: int | None = None) -> DataFrame:
    """The lines of one or more files, byte by byte, as `value` with their place.

    - `parts`: into about how many parts the input is cut; by its size unless given.
    """
    size = _size(spark, path)
    if parts:
        spark.conf.set("spark.sql.files.maxPartitionBytes", str(max(1, -(-size // parts))))
        spark.conf.set("spark.sql.files.openCostInBytes", "0")
        spark.conf.set("spark.sql.files.minPartitionNum", str(parts))
    read = spark.read.option("lineSep", "\n").text(path)
    return read.select(
        F.col("_metadata.file_path").alias("file"), F.col("_metadata.file_block_start").alias("block"),
        F.monotonically_increasing_id().alias("line"), F.col("value").cast("binary"))


def _size(spark: SparkSession, path: str) -> int:
    """The bytes of one or more files."""
    name = spark._jvm.org.apache.hadoop.fs.Path(path)
    files = name.getFileSystem(spark._jsc.hadoopConfiguration())
    found = files.globStatus(name)
    if not found:
        raise Problem(f"{path}: no such file or folder", status=66)
    return sum(files.getContentSummary(status.getPath()).getLength() for status in found)


def open_ended(spark: SparkSession, given: DataFrame) -> list[str]:
    """The files whose last line has no line break."""
    found = []
    for name in given.inputFiles():
        path = spark._jvm.org.apache.hadoop.fs.Path(spark._jvm.java.net.URI(name))
        files = path.getFileSystem(spark._jsc.hadoopConfiguration())
        size = files.getFileStatus(path).getLen()
        if size == 0:
            continue
        stream = files.open(path)
        try:
            stream.seek(size - 1)
            if stream.read() != 0x0A:
                found.append(name)
        finally:
            stream.close()
    return found


def open_ends(spark: SparkSession, given: DataFrame) -> frozenset[tuple]:
    """The places of the lines without a line break: Rebound says of such a line that it may have been cut off."""
    ends = set()
    for name in open_ended(spark, given):
        of_file = F.regexp_replace("file", "^([a-z0-9+.-]+):/+", "$1:/") == re.sub(r"^([a-z0-9+.-]+):/+", r"\1:/", name)
        last = given.where(of_file).agg(F.max(F.struct(*PLACE))).first()[0]
        ends.add(tuple(last))
    return frozenset(ends)


def analyzed(given: DataFrame, engine: Engine) -> DataFrame:
    """The results of `lines`, each with its place: the contract over `mapInArrow`.

    A task sends its lines to one process after the other, some hundred at a time, so that memory is bounded; a part
    without lines starts none. What a process says it has done must be what it was given and what came back.
    """
    spark = given.sparkSession
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(LINES_AT_ONCE))
    spark.conf.set("spark.sql.execution.arrow.maxBytesPerBatch", str(BYTES_AT_ONCE))
    return given.mapInArrow(_task(engine, open_ends(spark, given)), RESULTS)


def _task(engine: Engine, ends: frozenset[tuple]) -> Callable:
    def answers(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        part, command = TaskContext.get().partitionId(), engine.command()
        for run in _runs(batches, ends):
            records = answer(command, run, run[-1][:3] in ends)
            rows = [_row(line, part, record, said) for line, (record, said) in zip(run, records)]
            yield pyarrow.RecordBatch.from_pylist(rows, schema=_SCHEMA)
    return answers


_SCHEMA = pyarrow.schema([
    ("file", pyarrow.string()), ("block", pyarrow.int64()), ("line", pyarrow.int64()), ("part", pyarrow.int32()),
    ("id", pyarrow.string()), ("failed", pyarrow.bool_()), ("record", pyarrow.string())])


def _runs(batches: Iterator[pyarrow.RecordBatch], ends: frozenset[tuple]) -> Iterator[list[Line]]:
    """The lines that go into a process each; one without a line break is the last of its own."""
    for batch in batches:
        run: list[Line] = []
        for row in batch.to_pylist():
            run.append(Line(**row))
            if run[-1][:3] in ends:
                yield run
                run = []
        if run:
            yield run


def answer(command: list[str], run: list[Line], is_cut: bool) -> list[tuple[str, dict[str, Any]]]:
    """What Rebound says of some lines, as it is and as JSON; `is_cut` if the last one ends without a line break."""
    data = b"\n".join(line.value for line in run) + (b"" if is_cut else b"\n")
    done = subprocess.run(command, input=data, capture_output=True)
    words = done.stderr.decode(errors="replace").strip()
    if done.returncode:
        raise RuntimeError(f"{command[0]} ended with status {done.returncode}: {words}")
    records = [(record, json.loads(record)) for record in done.stdout.decode().split("\n")[:-1]]
    failed = sum("error" in said for _, said in records)
    closing = CLOSING.search(done.stderr)
    counts = [int(number.replace(b",", b"")) for number in closing.groups()] if closing else None
    if counts != [len(run), len(run) - failed, failed] or len(records) != len(run):
        raise RuntimeError(f"{len(run)} lines went in, {len(records)} records came out, {failed} of them errors; "
                           f"Rebound says {words!r}")
    return records


def _row(line: Line, part: int, record: str, said: dict[str, Any]) -> dict[str, Any]:
    return {"file": line.file, "block": line.block, "line": line.line, "part": part, "failed": "error" in said,
            "id": _name(said), "record": record}


def _name(said: dict[str, Any]) -> str | None:
    return None if said.get("id") is None else str(said["id"])


def piped(spark: SparkSession, path: str, engine: Engine, parts: int | None = None) -> tuple[DataFrame, dict[int, int]]:
    """The same over `rdd.pipe`, and how many lines each part had; of places, only `line` orders the results.

    A pipe sends text only, and ends every line with a line break: other bytes, and a file whose last line may have been
    cut off, are refused.
    """
    if _local(engine.program) != engine.program:
        raise Problem("--over pipe needs a --program that has the same path on every machine", status=64)
    given = lines(spark, path)
    wrong = given.where(~F.is_valid_utf8("value")).first()
    if wrong is not None:
        raise Problem(f"{wrong['file']}: a line that is not UTF-8; --over arrow sends bytes as they are")
    for file in sorted(open_ended(spark, given)):
        raise Problem(f"{file}: no line break at the end; --over arrow says if the last line was cut off")
    settings = {"textinputformat.record.delimiter": "\n"}
    if parts:
        settings["mapreduce.input.fileinputformat.split.maxsize"] = str(max(1, -(-_size(spark, path) // parts)))
    # Unlike a table's, its parts are in the order of the input.
    text = spark.sparkContext.newAPIHadoopFile(
        path, "org.apache.hadoop.mapreduce.lib.input.TextInputFormat", "org.apache.hadoop.io.LongWritable",
        "org.apache.hadoop.io.Text", conf=settings).values()
    counts = dict(text.mapPartitionsWithIndex(lambda part, values: [(part, sum(1 for _ in values))]).collect())
    records = text.pipe(shlex.join(engine.command()), checkCode=True)
    rows = records.mapPartitionsWithIndex(
        lambda part, values: ((part, record, "error" in said, _name(said))
                              for record in values for said in [json.loads(record)]))
    results = spark.createDataFrame(rows, "part int, record string, failed boolean, id string")
    return results.withColumn("line", F.monotonically_increasing_id()), {part: n for part, n in counts.items() if n}


def counts(given: DataFrame) -> dict[int, int]:
    """How many of the `lines` each part has that has any."""
    return dict(given.groupBy(F.spark_partition_id()).count().collect())


def reconciled(went_in: dict[int, int], results: DataFrame) -> str:
    """What was done in words; results of a part that are not as many as its lines are refused."""
    rows = results.groupBy("part").agg(F.count("*"), F.sum(F.col("failed").cast("int"))).collect()
    came_out = {part: count for part, count, _ in rows}
    wrong = [f"part {part}: {went_in.get(part, 0)} lines, {came_out.get(part, 0)} results"
             for part in sorted(went_in.keys() | came_out.keys()) if went_in.get(part, 0) != came_out.get(part, 0)]
    if wrong:
        raise Problem("not as many results as lines:\n" + "\n".join(wrong), status=70)
    total, failed = sum(went_in.values()), sum(failed for _, _, failed in rows)
    return (f"{total:,} {'network' if total == 1 else 'networks'}: {total - failed:,} analyzed, {failed:,}"
            f" {'error' if failed == 1 else 'errors'}; {len(went_in):,} {'part' if len(went_in) == 1 else 'parts'}, as many"
            " results as lines in each")


def write_networks(given: DataFrame, folder: pathlib.Path) -> int:
    """The networks as a folder for `rebound batch`, a file each, named by its number and its `id`: how many.

    For cohorts that fit the driver's disk. A line that is no network goes there, too, for the page to report it.
    """
    folder.mkdir(parents=True)
    count = 0
    for count, row in enumerate(given.orderBy(*PLACE).select("value").toLocalIterator(), start=1):
        text, name = bytes(row["value"]), ""
        try:
            said = json.loads(text)
            name = str(said.get("id") or said.get("title") or "")
            text = json.dumps(said["network"], ensure_ascii=False).encode() if "network" in said else text
        except (ValueError, AttributeError, UnicodeEncodeError):
            pass
        slug = re.sub(r"[^a-z0-9]+", "-", name.lower())[:60].strip("-")
        (folder / f"{count:06}{'-' if slug else ''}{slug}.json").write_bytes(text)
    return count
