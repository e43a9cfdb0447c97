"""Whole processes of Rebound beside its peers, the two in turn."""
import concurrent.futures
import json
import os
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

from environments import ROOT, built_rebound, python_with

DAY = ["--as-of", "2026-04-10"]
PAGERANK = """
import json, sys
import networkx
network = json.load(open(sys.argv[1]))
graph = networkx.Graph()
graph.add_nodes_from(person["id"] for person in network["people"])
graph.add_edges_from((tie["from"], tie["to"]) for tie in network["ties"])
graph.add_edges_from((network["seeker"], person) for said in network["interactions"] for person in said["people"])
networkx.pagerank(graph)
"""


def apart(work, *arguments):
    """Does something that takes memory in a process of its own: Linux counts what a parent held as the memory of its children."""
    with concurrent.futures.ProcessPoolExecutor(1) as process:
        return process.submit(work, *arguments).result()


def measured(commands, source=os.devnull):
    """Wall seconds, processor seconds and the largest process in MiB of commands run one after the other."""
    wall, processor, memory = time.perf_counter(), 0.0, 0.0
    for command in commands:
        with open(os.devnull, "wb") as sink, open(source, "rb") as input:
            process = subprocess.Popen(command, stdin=input, stdout=sink, stderr=sink)
            _, status, usage = os.wait4(process.pid, 0)
        if status:
            sys.exit(f"{command[0]} ended with status {status}: {' '.join(map(str, command))}")
        processor += usage.ru_utime + usage.ru_stime
        memory = max(memory, usage.ru_maxrss / 1024)
    return time.perf_counter() - wall, processor, memory


def race(title, ours, theirs, runs):
    """Runs both in turn, once to warm up and then `runs` times, and prints what came out."""
    a, b = [], []
    for run in range(runs + 1):
        pair = measured(ours()), measured(theirs())
        if run:
            a.append(pair[0])
            b.append(pair[1])
    ratios = [y[0] / x[0] for x, y in zip(a, b)]
    print(f"\n{title}")
    print(f"  {'':10}{'wall s':>10}{'processor s':>13}{'peak MiB':>10}")
    medians = [[statistics.median(column) for column in zip(*rows)] for rows in (a, b)]
    for name, (wall, processor, memory) in zip(("rebound", "peer"), medians):
        print(f"  {name:10}{wall:10.3f}{processor:13.3f}{memory:10.1f}")
    print(f"  rebound is {statistics.median(ratios):.1f} times faster (pairs from {min(ratios):.1f} to {max(ratios):.1f})",
          flush=True)
    return medians


def race_batch(rebound, work, count, runs):
    """`rebound batch` against dot, on the same drawings."""
    subprocess.run([ROOT / "Scripts/generate-networks", "--count", str(count), "--min-people", "20", "--max-people", "20",
                    "--seed", "7", "-o", work / "networks"], check=True, stdout=subprocess.DEVNULL)
    (work / "dot").mkdir()
    for network in sorted((work / "networks").glob("*.json")):
        subprocess.run([rebound, "draw", network, *DAY, "-o", work / f"dot/{network.stem}.dot"], check=True)

    def batch():
        shutil.rmtree(work / "report", ignore_errors=True)
        return [[rebound, "batch", str(work / "networks"), "-o", str(work / "report"), *DAY]]

    def dot():
        return [["dot", "-Tsvg", str(file), "-o", str(file.with_suffix(".svg"))] for file in sorted((work / "dot").glob("*.dot"))]

    race(f"batch of {count} networks of 20 people, against dot -Tsvg once per file", batch, dot, min(runs, 3))


def race_next(rebound, alone, runs):
    """`rebound next` against the import of NetworkX."""
    def next_contacts():
        return [[rebound, "next", str(ROOT / "Samples/thousand.json"), *DAY]]

    race("who to call next among 1,000 people, against importing networkx in an environment of its own",
         next_contacts, lambda: [[alone, "-c", "import networkx"]], 3 * runs)
    if subprocess.run(["python3", "-c", "import networkx"], capture_output=True).returncode == 0:
        race("the same, against importing networkx in the python3 on the PATH",
             next_contacts, lambda: [["python3", "-c", "import networkx"]], 3 * runs)


def list_of_companies(network, count=500):
    """A table of companies: those of a network, every second one changed so that it is not found."""
    names = [company["name"] for company in network["companies"]]
    chosen = [names[number * 7 % len(names)] for number in range(count)]
    changed = [name if number % 4 < 2 else name[:3] + name[4:] if number % 4 == 2 else name[::-1].replace(" ", "x")
               for number, name in enumerate(chosen)]
    return "Company\n" + "".join(f'"{name}"\n' for name in changed)


def write_companies(path, large):
    """Writes a table of companies of a network."""
    network = json.loads(pathlib.Path(large).read_text())
    path.write_text(list_of_companies(network), encoding="utf-8")


def contact(rebound, large, place):
    """One of the people to call next."""
    report = subprocess.run([rebound, "next", large, "--json", *DAY], check=True, capture_output=True).stdout
    return json.loads(report)["report"]["contacts"][place]["person"]


def race_large(rebound, numeric, work, people, interactions, runs):
    """What `rebound` says about a large network against NetworkX's PageRank of it."""
    large = str(work / "large.json")
    subprocess.run([ROOT / "Scripts/generate-networks", "--people", str(people), "--interactions", str(interactions),
                    "--seed", "7", "-o", large], check=True, stdout=subprocess.DEVNULL)
    companies = work / "companies.csv"
    apart(write_companies, companies, large)
    third = apart(contact, rebound, large, 2)
    for title, command in (("who to call next", ["next", large]), ("a plan of five calls", ["plan", large, "--calls", "5"]),
                           ("why number 3, and what would change it", ["why", third, large]),
                           ("who is known at 500 companies, a quarter of them misspelt and a quarter unknown",
                            ["who", str(companies), "--in", large])):
        race(f"{title}, of {people:,} people and {interactions:,} interactions, against NetworkX's PageRank of the same ties",
             lambda: [[rebound, *command, *DAY]], lambda: [[numeric, "-c", PAGERANK, large]], runs)


ROWS = """
import json, sqlite3, sys
for (body,) in sqlite3.connect(sys.argv[1]).execute("SELECT body FROM entity"):
    json.loads(body)
"""


LISTS = ("people", "companies", "opportunities", "ties", "referrals", "interactions", "targets")
MOST_GENERATED = 10_000


def multiplied(network, times):
    """A network and copies of it under other identifiers, in which the seeker is someone else."""
    ids = {entry["id"] for name in LISTS for entry in network.get(name, []) if "id" in entry}

    def renamed(value, suffix, key=None):
        if isinstance(value, dict):
            return {name: renamed(part, suffix, name) for name, part in value.items()}
        if isinstance(value, list):
            return [renamed(part, suffix, key) for part in value]
        return value + suffix if key not in ("name", "title", "note", "subject") and value in ids else value

    lists = {name: [entry for number in range(times) for entry in
                    (renamed(network.get(name, []), f"-copy-{number}") if number else network.get(name, []))]
             for name in LISTS}
    return {**network, **lists}


def make_store(rebound, work, people, interactions, entries):
    """A store with a generated network, in whose journal interactions were changed and changed back again, and someone in it."""
    network, path = work / f"store-{people}.json", work / f"store-{people}.db"
    times = max(1, people // MOST_GENERATED)
    subprocess.run([ROOT / "Scripts/generate-networks", "--people", str(people // times), "--interactions",
                    str(interactions // times), "--seed", "7", "-o", network], check=True, stdout=subprocess.DEVNULL)
    network.write_text(json.dumps(multiplied(json.loads(network.read_text()), times), ensure_ascii=False))
    subprocess.run([rebound, "import", network, "--db", path, *DAY], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    with sqlite3.connect(path) as store:
        rows = store.execute("SELECT key, position, body FROM entity WHERE kind = 'interaction' ORDER BY position"
                             " LIMIT ?", (entries // 2,)).fetchall()
        entry = store.execute("SELECT max(id) FROM entry").fetchone()[0]
        for key, position, body in rows:
            other = json.dumps({**json.loads(body), "note": "changed, and changed back"}, ensure_ascii=False)
            for before, after in ((body, other), (other, body)):
                entry += 1
                store.execute("INSERT INTO entry VALUES (?, '2026-04-10', 'record', 'a note', NULL)", (entry,))
                store.execute("INSERT INTO change VALUES (?, 0, 'interaction', ?, ?, ?, ?, ?)",
                              (entry, key, before, after, position, position))
    store.close()
    subprocess.run([rebound, "doctor", "--db", path], check=True, stdout=subprocess.DEVNULL)
    everyone = json.loads(network.read_text())["people"]
    return path, everyone[len(everyone) // 2]["id"]


def race_store(rebound, before, work, people, interactions, entries, runs):
    """Commands on a large store against the same of an earlier version, or against Python that reads the same rows."""
    # An earlier version cannot open what a later one made.
    path, person = apart(make_store, before or rebound, work, people, interactions, entries)
    earlier = work / "before.db"
    shutil.copy(path, earlier)
    size = f"{people:,} people, {interactions:,} interactions and {entries:,} entries in the journal"
    network = str(work / f"store-{people}.json")
    lines = []
    for title, command in (("an import", ["import", network]),
                           ("a call is recorded", ["log", "call", person]),
                           ("someone is put off", ["snooze", person, "--for", "2 weeks"]), ("today", ["today"]),
                           ("who to call next", ["next"]), ("why", ["why", person])):
        def call(program, store):
            if command == ["import", network]:
                for file in work.glob("new.db*"):
                    file.unlink()
                store = work / "new.db"
            return [[program, *command, "--db", str(store), *DAY]]

        def ours():
            return call(rebound, path)

        def theirs():
            if before:
                return call(before, earlier)
            return [[sys.executable, "-c", ROWS, str(path)]]

        peer = before or "Python that reads the rows"
        lines.append((people, command[0], *race(f"{title}, in a store of {size}, against {peer}", ours, theirs, runs)))
    return lines


def race_stores(rebound, before, work, quick, runs):
    """Commands on stores of three sizes."""
    sizes = [(1_000, 10_000, 2_000)] + ([] if quick else [(10_000, 100_000, 20_000), (50_000, 500_000, 20_000)])
    lines = [line for people, interactions, entries in sizes
             for line in race_store(rebound, before, work, people, interactions, entries, runs)]
    print("\n| people | command | wall s | of the peer | processor s | of the peer | peak MiB |\n|---|---|---|---|---|---|---|")
    for people, command, (wall, processor, memory), (other_wall, other_processor, _) in lines:
        print(f"| {people:,} | `{command}` | {wall:.2f} | {other_wall:.2f} | {processor:.2f} | {other_processor:.2f} | {memory:.0f} |")


def stores(quick, runs, program, before):
    """The races in stores alone."""
    with tempfile.TemporaryDirectory() as work:
        race_stores(program or built_rebound(), before, pathlib.Path(work), quick, runs)


def main(quick, runs, program):
    """All races of whole programs."""
    subprocess.run([ROOT / "Scripts/setup", "graphviz", "python3", "python3-venv"], check=True)
    rebound = program or built_rebound()
    alone = python_with("peers", "networkx==3.6.1")
    # PageRank needs SciPy, whose presence slows the import down.
    numeric = python_with("peers-numeric", "networkx==3.6.1", "scipy==1.17.1")
    print(f"{os.cpu_count()} processors; " + subprocess.run(
        ["dot", "-V"], check=True, capture_output=True, text=True).stderr.strip() + "; " + subprocess.run(
        [alone, "-c", "import networkx as n, sys; print('NetworkX', n.__version__, 'on Python', sys.version.split()[0])"],
        check=True, capture_output=True, text=True).stdout.strip())
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        race_batch(rebound, work, 60 if quick else 500, runs)
        race_next(rebound, alone, runs)
        people, interactions = (2_000, 20_000) if quick else (10_000, 100_000)
        race_large(rebound, numeric, work, people, interactions, runs)
