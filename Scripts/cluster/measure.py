"""What `Scripts/spark --measure` runs: the figures of the page on Spark, and agreement on large networks.

    measure.py --program PATH [cohort] [growth] [agreement]      all three unless some are named
"""
from __future__ import annotations

import argparse
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from pyspark.sql import SparkSession

import agreement
import cohort
import giant
import samples
from session import session

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.append(str(ROOT / "Scripts/benchmarks"))
from programs import measured  # noqa: E402

AS_OF = "2026-04-10"
CORES = 2
WARM_UP, COHORT = 500, 5_000
SCALES = (14, 15, 16, 17, 18)
MEMORY = {"spark.driver.memory": "6g"}


def measure_cohort(program: str, work: pathlib.Path) -> None:
    """Networks of 100 people a processor second, over Spark and by the program alone."""
    subprocess.run([ROOT / "Scripts/generate-networks", "--count", "50", "--min-people", "100", "--max-people", "100",
                    "--seed", "7", "-o", work / "networks"], check=True, stdout=subprocess.DEVNULL)
    networks = [json.loads(file.read_text()) for file in sorted((work / "networks").glob("*.json"))]
    for count in (WARM_UP, COHORT):
        with open(work / f"{count}.jsonl", "w", encoding="utf-8") as stream:
            for number in range(count):
                line = {"id": number, "network": networks[number % len(networks)]}
                stream.write(json.dumps(line, ensure_ascii=False) + "\n")
    size = (work / f"{COHORT}.jsonl").stat().st_size / COHORT / 1000
    print(f"cohort: {COHORT:,} networks of 100 people, {size:.0f} KB each; {CORES} cores\n"
          f"  {'':8}{'wall s':>8}{'processor s':>13}{'networks a processor second':>30}{'core-hours a million':>23}", flush=True)
    wall, processor, _ = measured([[
        "sh", "-c", f"exec {program} batch - --jsonl --as-of {AS_OF} --jobs {CORES} < {work}/{COHORT}.jsonl"]])
    _say("alone", wall, processor)

    spark = session(f"local[{CORES}]", **MEMORY)
    engine = cohort.Engine(program, AS_OF)
    cohort.analyzed(cohort.lines(spark, f"{work}/{WARM_UP}.jsonl", 8), engine).write.parquet(f"{work}/warm-up")
    start, before = time.perf_counter(), _processor_seconds(spark)
    lines = cohort.lines(spark, f"{work}/{COHORT}.jsonl", 8)
    cohort.analyzed(lines, engine).write.parquet(f"{work}/results")
    cohort.reconciled(cohort.counts(lines), spark.read.parquet(f"{work}/results"))
    _say("Spark", time.perf_counter() - start, _processor_seconds(spark) - before)
    spark.stop()


def _say(name: str, wall: float, processor: float) -> None:
    print(f"  {name:8}{wall:8.1f}{processor:13.1f}{COHORT / processor:30.0f}{processor / COHORT * 1e6 / 3600:23.1f}", flush=True)


def _processor_seconds(spark: SparkSession) -> float:
    """What the machine of Spark, its Python workers and all that these called have used so far."""
    processes = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            processes[int(entry.name)] = (int(fields[1]), sum(int(field) for field in fields[11:15]))
    family = {spark.sparkContext._gateway.proc.pid}
    while more := {pid for pid, (parent, _) in processes.items() if parent in family} - family:
        family |= more
    return sum(processes[pid][1] for pid in family) / os.sysconf("SC_CLK_TCK")


def measure_growth(program: str, work: pathlib.Path) -> None:
    """How long PageRank and components take from rmat14 to rmat18, and the Swift kernels on the same edges."""
    spark = session(f"local[{CORES}]", 2 * CORES, **MEMORY)
    policy = giant.policy(agreement.standard_policy(program, work))
    print(f"growth: {CORES} cores, {MEMORY['spark.driver.memory']} of memory; PageRank to 1e-8\n"
          f"  {'graph':8}{'edges':>12}{'Spark s':>10}{'rounds':>8}{'rebound s':>11}{'MiB':>8}{'times':>8}", flush=True)
    sizes: list[tuple[float, float]] = []
    samples.rmat(spark, 10).write.parquet(f"{work}/warm/tables/ties")  # The first run compiles what the others run.
    giant.run(spark, f"{work}/warm/tables", f"{work}/warm/out", giant.Question(policy))
    for scale in SCALES:
        folder = work / f"rmat{scale}"
        samples.rmat(spark, scale).write.parquet(f"{folder}/tables/ties")
        start = time.perf_counter()
        rounds = giant.run(spark, f"{folder}/tables", f"{folder}/out", giant.Question(policy))["pagerank"]
        took = time.perf_counter() - start
        arcs = spark.read.parquet(f"{folder}/out/known").where("src < dst").select("src", "dst")
        agreement.write_csv(folder / "edges.csv", ["source", "target"], arcs.toLocalIterator())
        words = [program, "analyze", str(folder / "edges.csv"), "--undirected", "--measure", "pagerank,components"]
        wall, _, memory = measured([words])
        edges = arcs.count()
        sizes.append((math.log(edges), math.log(took)))
        print(f"  rmat{scale:<4}{edges:12,}{took:10.1f}{rounds:8}{wall:11.2f}{memory:8.0f}{took / wall:8.0f}", flush=True)
    print(f"  from the first to the last, time grows as edges to the {_slope(sizes):.2f}", flush=True)
    spark.stop()


def _slope(points: list[tuple[float, float]]) -> float:
    (x0, y0), (x1, y1) = points[0], points[-1]
    return (y1 - y0) / (x1 - x0)


def measure_agreement(program: str, work: pathlib.Path) -> None:
    """The checks of `--test` on rmat16 and on a referral network of 50,000 people."""
    spark = session(f"local[{CORES}]", 2 * CORES, **MEMORY)
    for name, check in [("network", lambda work: agreement.check_network(spark, program, 50_000, work)),
                        ("graph", lambda work: agreement.check_graph(spark, program, 16, work))]:
        (work / name).mkdir()
        print(f"agreement: {check(work / name)}", flush=True)
    spark.stop()


if __name__ == "__main__":
    parts = {"cohort": measure_cohort, "growth": measure_growth, "agreement": measure_agreement}
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("parts", nargs="*", choices=[[], *parts], metavar="part")
    given = parser.parse_args()
    for part in given.parts or parts:
        with tempfile.TemporaryDirectory() as folder:
            parts[part](given.program, pathlib.Path(folder))
