"""The cohort's results are the bytes of `rebound batch - --jsonl`, however the work is cut and whoever dies over it."""
from __future__ import annotations

import json
import os
import pathlib
import signal
import subprocess
import threading
import time
from collections.abc import Callable

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

import cohort
import job
from problems import Problem
from session import session

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
AS_OF = "2026-04-10"
PARTS = (1, 3, 17)
BAD_LINES = [b"", b"   ", b"\r", b"{", b"[]", b"null", b'{"id": 7, "network": 3}', b'{"id": "gone"}', b"\xff\xfe{}", b"\x00",
             b'{"id": "\xed\xa0\x80"}', '{"id": "a\u2028b\u0085c \U0001f469\u200d\U0001f52c"}'.encode(), b"\xef\xbb\xbf{}"]
CUT_OFF = b'{"id": "cut", "network": {"format": "rebound-netw'


def sample_lines() -> list[bytes]:
    """The networks of the sample cohort, bare and in envelopes, ends of lines of both kinds."""
    found = []
    for number, file in enumerate(sorted((ROOT / "Samples/cohort").glob("*.json"))):
        network = json.loads(file.read_text())
        line = {"id": [file.stem, number][number % 2], "network": network} if number % 3 else network
        found.append(json.dumps(line, ensure_ascii=number % 4 == 0).encode() + (b"\r" if number % 5 == 0 else b""))
    return found


def expected(program: str, data: bytes) -> bytes:
    """What the program itself says of all lines at once."""
    return subprocess.run([program, "batch", "-", "--jsonl", "--as-of", AS_OF], input=data, check=True,
                          capture_output=True).stdout


def in_order(results: DataFrame) -> bytes:
    """The records as lines, in the order of the input."""
    places = [column for column in cohort.PLACE if column in results.columns]
    return b"".join(row["record"].encode() + b"\n" for row in results.orderBy(*places).select("record").collect())


def check_bytes(spark: SparkSession, program: str, work: pathlib.Path) -> str:
    """Over `rdd.pipe` and `mapInArrow`, cut into 1, 3 and 17 parts, with lines that are no networks among the others."""
    good = sample_lines()
    mixed = [line for number, line in enumerate(good) for line in ([line, BAD_LINES[number % len(BAD_LINES)]])]
    text = [line for line in mixed if _is_text(line)]
    files = {"text.jsonl": b"\n".join(text) + b"\n", "cut.jsonl": b"\n".join([*mixed, CUT_OFF])}
    engine = cohort.Engine(program, AS_OF)
    for name, data in files.items():
        (work / name).write_bytes(data)
        wanted = expected(program, data)
        for parts in PARTS:
            if name == "text.jsonl":
                results, went_in = cohort.piped(spark, f"{work}/{name}", engine, parts)
            else:
                lines = cohort.lines(spark, f"{work}/{name}", parts)
                results, went_in = cohort.analyzed(lines, engine), cohort.counts(lines)
            results = results.persist()
            said = cohort.reconciled(went_in, results)
            assert in_order(results) == wanted, f"{name} in {parts} parts: other bytes"
            results.unpersist()
    _expect("not UTF-8", lambda: cohort.piped(spark, f"{work}/cut.jsonl", engine), Problem)
    (work / "open.jsonl").write_bytes(good[0])
    _expect("no line break at the end", lambda: cohort.piped(spark, f"{work}/open.jsonl", engine), Problem)
    return f"the bytes of rebound batch - --jsonl over mapInArrow and rdd.pipe, cut into {PARTS} parts ({said})"


def check_folder(spark: SparkSession, program: str, work: pathlib.Path) -> str:
    """Several files, each with a last line that was cut off, and one without a line: each as if it were alone."""
    folder = work / "folder"
    folder.mkdir()
    good = sample_lines()[:6]
    pieces = {"a b%20é.jsonl": b"\n".join([*good[:3], CUT_OFF]), "b.jsonl": b"", "c.jsonl": b"\n".join([good[3], CUT_OFF]),
              "d.jsonl": b"\n".join(good[4:]) + b"\n"}
    for name, data in pieces.items():
        (folder / name).write_bytes(data)
    results = cohort.analyzed(cohort.lines(spark, str(folder)), cohort.Engine(program, AS_OF))
    assert in_order(results) == b"".join(expected(program, data) for data in pieces.values()), "a folder: other bytes"
    # Without lines there is nothing to start a program for.
    empty = cohort.lines(spark, f"{folder}/b.jsonl")
    nothing = cohort.analyzed(empty, cohort.Engine("/nonexistent", AS_OF))
    assert cohort.reconciled(cohort.counts(empty), nothing).startswith("0 networks"), "an empty file has results"
    return "a folder of files, two of them cut off; an empty one starts no process"


def check_losses(spark: SparkSession, program: str, work: pathlib.Path) -> str:
    """A program that dies, or answers too little, ends the job: no rows are lost in silence."""
    (work / "some.jsonl").write_bytes(b"\n".join(sample_lines()[:4]) + b"\n")
    lines = cohort.lines(spark, f"{work}/some.jsonl")
    dying = _script(work / "dying", "head -n 1 >/dev/null; exit 70")
    forgetful = _script(work / "forgetful", f'{program} "$@" | tail -n +2')
    lying = _script(work / "lying", f'{program} "$@" 2>/dev/null; echo "3 networks: 3 analyzed, 0 errors" >&2')
    for bad, reason in [(dying, "status 70"), (forgetful, "records came out"), (lying, "Rebound says")]:
        _expect(reason, lambda: cohort.analyzed(lines, cohort.Engine(bad, AS_OF)).collect())
    _expect("70", lambda: cohort.piped(spark, f"{work}/some.jsonl", cohort.Engine(dying, AS_OF))[0].collect())
    results, went_in = cohort.piped(spark, f"{work}/some.jsonl", cohort.Engine(forgetful, AS_OF))
    _expect("not as many results as lines", lambda: cohort.reconciled(went_in, results), Problem)
    return "a program that dies, forgets a line or miscounts ends the job"


def check_page(spark: SparkSession, program: str, work: pathlib.Path) -> str:
    """The coach's page of a cohort, a line of which is no network."""
    (work / "clients.jsonl").write_bytes(b"\n".join([*sample_lines()[:5], b"{}"]) + b"\n")
    lines = cohort.lines(spark, f"{work}/clients.jsonl")
    status = job.coach_page(lines, cohort.Engine(program, AS_OF), work / "page")
    entries = json.loads((work / "page/report/summary.json").read_text())["report"]["entries"]
    assert status == 65 and len(entries) == 6, f"the page has {len(entries)} clients, status {status}"
    assert (work / "page/report/index.html").stat().st_size > 0
    return "the coach's page of 5 clients and a line that is no network"


def check_killed_executor(one: SparkSession, program: str, work: pathlib.Path) -> str:
    """Two executors that are processes of their own, in a session in the place of `one`; one is killed as it works."""
    one.stop()
    spark = session("local-cluster[2,1,1024]", **{
        "spark.executor.memory": "512m", "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1"})
    try:
        data = b"\n".join(sample_lines()) + b"\n"
        (work / "killed.jsonl").write_bytes(data)
        slow = _script(work / "slow-rebound", f'sleep 1; exec {program} "$@"')
        spark.sparkContext.addFile(slow)
        executors = _executors(spark)
        assert len(executors) == 2, f"{len(executors)} executors"
        lines = cohort.lines(spark, f"{work}/killed.jsonl", 17)
        writing = threading.Thread(target=lambda: cohort.analyzed(
            lines, cohort.Engine("slow-rebound", AS_OF)).write.parquet(f"{work}/killed"))
        writing.start()
        while not list((work / "killed").glob("_temporary/0/task_*")):
            time.sleep(0.05)
        os.kill(executors[0], signal.SIGKILL)
        assert writing.is_alive(), "the work was done before the executor was killed"
        writing.join()
        results = spark.read.parquet(f"{work}/killed")
        said = cohort.reconciled(cohort.counts(lines), results)
        assert in_order(results) == expected(program, data), "a killed executor: other bytes"
        assert executors[0] not in _executors(spark)
        return f"one of two executors killed at work: nothing lost ({said})"
    finally:
        spark.stop()


def _executors(spark: SparkSession) -> list[int]:
    """The processes of a local cluster's executors, once two have come up."""
    parent, found = spark.sparkContext._gateway.proc.pid, []
    for _ in range(300):
        found = [int(entry.name) for entry in pathlib.Path("/proc").iterdir() if entry.name.isdigit() and _is_executor(
            entry, parent)]
        if len(found) >= 2:
            break
        time.sleep(0.1)
    return found


def _is_executor(entry: pathlib.Path, parent: int) -> bool:
    try:
        return (f"\nPPid:\t{parent}\n" in (entry / "status").read_text()
                and b"CoarseGrainedExecutorBackend" in (entry / "cmdline").read_bytes())
    except OSError:
        return False


def _is_text(line: bytes) -> bool:
    try:
        line.decode()
        return True
    except UnicodeDecodeError:
        return False


def _script(file: pathlib.Path, line: str) -> str:
    file.write_text(f"#!/bin/sh\n{line}\n")
    file.chmod(0o755)
    return str(file)


def _expect(words: str, work: Callable[[], object], kind: type[BaseException] = Exception) -> None:
    try:
        work()
    except kind as error:
        assert words in str(error), f"{words!r} is not in {str(error)[:500]!r}"
        return
    raise AssertionError(f"went well instead of saying {words!r}")
