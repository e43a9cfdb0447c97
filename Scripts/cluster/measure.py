"""What `Scripts/spark --measure` runs: the figures of the page on Spark, and agreement on large networks.

    measure.py --program PATH [cohort] [growth] [agreement]      all three unless some are named
"""
from __future__ import annotations

import argparse
import json
import math
import pathlib
import subprocess
import sys
import tempfile
import time

import agreement
import giant
import samples
from session import session

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.append(str(ROOT / "Scripts/benchmarks"))
from programs import measured  # noqa: E402

AS_OF = "2026-04-10"
CORES = 2
COHORTS = (1_000, 5_000)
SCALES = (14, 15, 16, 17, 18)
MEMORY = {"spark.driver.memory": "6g"}


def measure_cohort(program: str, work: pathlib.Path) -> None:
    """Networks of 100 people a processor second, over Spark and by the program alone.

    What starting costs is taken out: the figures are of the difference between a large cohort and a small one.
    """
    subprocess.run([ROOT / "Scripts/generate-networks", "--count", "50", "--min-people", "100", "--max-people", "100",
                    "--seed", "7", "-o", work / "networks"], check=True, stdout=subprocess.DEVNULL)
    networks = [json.loads(file.read_text()) for file in sorted((work / "networks").glob("*.json"))]
    for count in COHORTS:
        with open(work / f"{count}.jsonl", "w", encoding="utf-8") as stream:
            for number in range(count):
                line = {"id": number, "network": networks[number % len(networks)]}
                stream.write(json.dumps(line, ensure_ascii=False) + "\n")
    alone = f'exec {program} batch - --jsonl --as-of {AS_OF} --jobs {CORES} < {work}/$0.jsonl'
    ways = {
        "alone": lambda count: ["sh", "-c", alone, str(count)],
        "Spark": lambda count: [sys.executable, HERE / "job.py", "cohort", f"{work}/{count}.jsonl", f"{work}/results-{count}",
                                "--as-of", AS_OF, "--program", program, "--master", f"local[{CORES}]", "--partitions", "8"],
    }
    size = (work / f"{COHORTS[1]}.jsonl").stat().st_size / COHORTS[1] / 1000
    print(f"cohort: networks of 100 people, {size:.0f} KB each; {CORES} cores; {COHORTS[1]:,} networks less {COHORTS[0]:,}\n"
          f"  {'':8}{'wall s':>8}{'processor s':>13}{'networks a processor second':>30}{'core-hours a million':>23}")
    for name, command in ways.items():
        (wall0, processor0, _), (wall1, processor1, _) = (measured([command(count)]) for count in COHORTS)
        each = (processor1 - processor0) / (COHORTS[1] - COHORTS[0])
        print(f"  {name:8}{wall1 - wall0:8.1f}{processor1 - processor0:13.1f}{1 / each:30.0f}{each * 1e6 / 3600:23.1f}",
              flush=True)


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
