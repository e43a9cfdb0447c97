"""What `giant` says is what the Swift kernels say, number by number."""
from __future__ import annotations

import csv
import io
import json
import pathlib
import subprocess
import time
from typing import Any

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

import giant
import samples
from components import components
from pagerank import DAMPING, pagerank
from problems import Problem

TOLERANCE = 1e-6


def rebound(program: str, *words: Any) -> str:
    """What the program prints."""
    return subprocess.run([program, *map(str, words)], check=True, capture_output=True, text=True).stdout


def check_graph(spark: SparkSession, program: str, scale: int, work: pathlib.Path) -> str:
    """PageRank, personalized PageRank and components of an R-MAT graph, against `rebound analyze`."""
    samples.rmat(spark, scale).write.parquet(f"{work}/tables/ties")
    start = time.perf_counter()
    giant.run(spark, f"{work}/tables", f"{work}/out", giant.Question(
        giant.policy(standard_policy(program, work)), tolerance=1e-7))
    took = time.perf_counter() - start
    arcs = spark.read.parquet(f"{work}/out/known").select("src", "dst")
    found = {row["id"]: row for row in spark.read.parquet(f"{work}/out/measures").collect()}

    edges = work / "edges.csv"
    write_csv(edges, ["source", "target"], arcs.where("src < dst").toLocalIterator())
    theirs = _analyzed(program, edges, "pagerank,components", "--undirected")
    assert found.keys() == theirs.keys(), f"rmat{scale}: other nodes"
    worst = max(abs(found[node]["pagerank"] - float(row["pagerank"])) for node, row in theirs.items())
    assert worst <= TOLERANCE / len(theirs) ** 0.5, f"rmat{scale}: PageRank is {worst:.1e} off"
    total = sum(abs(found[node]["pagerank"] - float(row["pagerank"])) for node, row in theirs.items())
    assert total <= TOLERANCE, f"rmat{scale}: PageRank is {total:.1e} off in sum"
    _same_partition(f"rmat{scale}", {node: row["component"] for node, row in found.items()},
                    {node: row["components"] for node, row in theirs.items()})
    personal = check_personal(spark, program, arcs, max(found, key=lambda node: found[node]["pagerank"]), work)
    return (f"rmat{scale}: {len(theirs):,} nodes, {arcs.count() // 2:,} edges in {took:.1f} s;"
            f" PageRank {total:.1e} off in sum, personalized {personal:.1e}, the same components")


def check_personal(spark: SparkSession, program: str, arcs: DataFrame, source: int, work: pathlib.Path) -> float:
    """How far off personalized PageRank is from `rebound analyze`, which jumps to all nodes alike, in sum.

    A node more makes it personal: everyone goes there with the chance `detour`, and from there to the source. What
    it gives the other nodes is PageRank with a lower damping factor and a jump of which a part is the source's own.
    """
    detour = 0.1
    degrees = arcs.groupBy("src").agg(F.count("*").alias("degree"))
    steps = [(row["src"], row["dst"], (1 - detour) / row["degree"]) for row in arcs.join(degrees, "src").toLocalIterator()]
    nodes = {row[0] for row in steps}
    extra = max(nodes) + 1
    steps += [(node, extra, detour) for node in nodes] + [(extra, source, 1.0)]
    write_csv(work / "steps.csv", ["source", "target", "weight"], steps)
    theirs = {node: float(row["pagerank"]) for node, row in _analyzed(
        program, work / "steps.csv", "pagerank", "--directed", "--weighted").items()}
    there = theirs.pop(extra)
    everywhere = (1 - DAMPING) / (len(nodes) + 1)
    table = spark.createDataFrame([(node,) for node in nodes], "id long").persist()
    jump = table.withColumn("weight", F.lit(everywhere) + F.when(F.col("id") == source, DAMPING * there).otherwise(0.0))
    found = pagerank(table, arcs, jump, damping=DAMPING * (1 - detour))
    total = sum(abs(row["value"] - theirs[row["id"]] / (1 - there)) for row in found.values.collect())
    assert total <= TOLERANCE, f"personalized PageRank is {total:.1e} off in sum"
    return total


def check_chain(spark: SparkSession, length: int, work: pathlib.Path) -> str:
    """Components of a chain, which takes rounds by the logarithm of its length, and of a node alone."""
    giant.prepare(spark, str(work))
    pairs = spark.range(length).select(F.col("id").alias("src"), (F.col("id") + 1).alias("dst"))
    arcs = pairs.union(pairs.select("dst", "src")).where("src <> 7 AND dst <> 7")
    found = {row["id"]: row["component"] for row in components(spark.range(length + 1), arcs).collect()}
    assert found == {node: 0 if node < 7 else 7 if node == 7 else 8 for node in range(length + 1)}, "a chain comes apart"
    return f"a chain of {length}, cut in two: the right components"


def check_network(spark: SparkSession, program: str, people: int, work: pathlib.Path) -> str:
    """Reach, values and paths of a referral network, against `rebound next` and `rebound path`.

    Its PageRank is cut short: `check_graph` compares that.
    """
    network = samples.ReferralNetwork(people)
    file, policy_file = work / "network.json", standard_policy(program, work)
    file.write_text(json.dumps(network.file()))
    policy = giant.policy(policy_file)
    day = ["--as-of", samples.AS_OF.isoformat(), "--policy", policy_file]
    listed = json.loads(rebound(program, "next", file, "--json", "--top", 10 * people, *day))["report"]["contacts"]
    theirs = {row["person"]: row["worth"] for row in listed}
    # Strangers with the same title have the same numbers.
    by_kind = {kind: json.loads(rebound(program, "why", person, file, "--json", *day))["report"]["worth"]
               for kind, person in network.an_example_each().items()}
    network.write_tables(work / "tables", theirs, by_kind, policy["ranking"]["givenReferralTieProbability"])
    company = network.a_company_to_reach()
    start = time.perf_counter()
    giant.run(spark, f"{work}/tables", f"{work}/out", giant.Question(
        policy, samples.SEEKER, company, policy["ranking"]["maximumIntroductionHops"], tolerance=1e-2))
    took = time.perf_counter() - start

    found = {row["id"]: row for row in spark.read.parquet(f"{work}/out/contacts").collect()}
    contacts = [person for person in theirs if person in network.contacts]
    assert len(contacts) > len(network.contacts) / 2, f"only {len(contacts)} of the contacts are in the list"
    worst = 0.0
    for person, worth in theirs.items():
        for ours, name in [("worth", "value"), ("reach", "reach")]:
            off = abs(found[person][ours] - worth[name])
            worst = max(worst, off)
            assert off <= TOLERANCE * max(worth[name], 1e-3), f"{name} of {person}: {found[person][ours]}, not {worth[name]}"
    routes = json.loads(rebound(program, "path", "--to", f"Company {company}", file, "--company", "--json", "--top", 20,
                                *day[:2]))["report"]["paths"]
    paths = {row["first"]: row for row in spark.read.parquet(f"{work}/out/paths").collect()}
    likeliest: dict[str, dict] = {}
    for route in routes:
        if (first := route["hops"][0]["to"]) in theirs:
            likeliest.setdefault(first, route)
    assert likeliest, f"no path to {company}"
    for first, route in likeliest.items():
        assert abs(paths[first]["chance"] - route["probability"]) <= TOLERANCE, f"another path over {first}"
    return (f"a referral network of {people:,} people in {took:.1f} s: {len(theirs):,} values"
            f" ({len(contacts)} of contacts) at most {worst:.1e} off; the paths to {company} over {len(likeliest)} contacts")


def check_refusals(spark: SparkSession, program: str, work: pathlib.Path) -> str:
    """Tables that say something doubtful are refused, with what and where."""
    policy = giant.policy(standard_policy(program, work))
    people = ["id", "reply", "direct", "isKnown"]
    good = {"ties": (["from", "to"], [("a", "b")]), "contacts": (["person"], [("a",)]),
            "people": (people, [("a", 0.5, 0.1, True), ("b", 0.5, 0.1, True)])}
    bad = {
        "a tie without both ends": {"ties": (["from", "to"], [("a", None)])},
        "a chance outside": {"ties": (["from", "to", "chance"], [("a", "b", 1.5)])},
        "no column to": {"ties": (["from", "too"], [("a", "b")])},
        "no table ties": {"ties": None},
        "only one is there": {"contacts": None},
        "stands there twice": {"people": (people, [("a", 0.5, 0.1, True)] * 2)},
        "a reply outside": {"people": (people, [("a", float("nan"), 0.1, True)])},
        "no number of at least 0": {"people": (people, [("a", 0.5, float("inf"), True)])},
        "no row for 'b'": {"people": (people, [("a", 0.5, 0.1, True)])},
        "no row for 'z'": {"contacts": (["person"], [("z",)])},
        "different types": {"contacts": (["days"], [(3.0,)])},
    }
    for number, (words, other) in enumerate(bad.items()):
        folder = work / str(number)
        for name, table in {**good, **other}.items():
            if words == "different types" and name == "contacts":
                spark.range(1).select(F.col("id").alias("person")).write.parquet(f"{folder}/contacts")
            elif table:
                samples.write(folder / name, *table)
        try:
            giant.run(spark, str(folder), f"{folder}/out", giant.Question(policy, seeker="me"))
        except Problem as problem:
            assert words in str(problem), f"{words!r} is not in {str(problem)!r}"
        else:
            raise AssertionError(f"tables are taken though there is: {words}")
    return f"{len(bad)} kinds of doubtful tables are refused"


def standard_policy(program: str, work: pathlib.Path) -> str:
    """A file with the standard policy, by which strangers of one kind all answer alike."""
    policy = json.loads(rebound(program, "policy", "show", "standard"))
    policy["name"] = "for-all-alike"
    policy["ranking"]["replyColdReachCoefficient"] = 0
    file = work / "policy.json"
    file.write_text(json.dumps(policy))
    return str(file)


def _analyzed(program: str, file: pathlib.Path, measures: str, *options: str) -> dict[int, dict[str, str]]:
    rows = csv.DictReader(io.StringIO(rebound(program, "analyze", file, "--measure", measures, *options)))
    return {int(row["node"]): row for row in rows}


def write_csv(file: pathlib.Path, heading: list[str], rows) -> None:
    """Rows as a CSV file."""
    with open(file, "w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(heading)
        writer.writerows(rows)


def _same_partition(name: str, ours: dict, theirs: dict) -> None:
    pairs = {(ours[node], theirs[node]) for node in ours}
    assert len(pairs) == len({one for one, _ in pairs}) == len({other for _, other in pairs}), f"{name}: other components"
