"""The graphs of the races, made from seeds once and kept."""
import json
import pathlib
import re

from environments import BENCHMARKS

FOLDER = BENCHMARKS / "graphs"
SEED = 1
# Stands in for the contacts of a company, of the size of the Enron mails: a scale, and edges drawn a node.
CONTACTS = "contacts"
CONTACTS_SHAPE = 15, 6
EDGE_FACTOR = 16


def made(name, worker, adopted=None):
    """The folder of a graph, with all its files: `rmat18` is an R-MAT graph of 2^18 nodes, `contacts` is `adopted`, a text
    file of edges, where there is one."""
    request = {"graph": str(FOLDER / name)}
    if name == CONTACTS and adopted:
        file = pathlib.Path(adopted).resolve()
        recipe = {"file": str(file), "modified": file.stat().st_mtime_ns}
        request |= {"action": "adopt", "file": str(file)}
    else:
        scale, factor = CONTACTS_SHAPE if name == CONTACTS else (int(re.fullmatch(r"rmat(\d+)", name)[1]), EDGE_FACTOR)
        recipe = {"scale": scale, "edgeFactor": factor, "seed": SEED}
        request |= {"action": "generate", **recipe}
    noted = FOLDER / f"{name}.json"
    if not noted.exists() or json.loads(noted.read_text()) != recipe:
        for file in (FOLDER / name).glob("*"):
            file.unlink()
        FOLDER.mkdir(parents=True, exist_ok=True)
        worker.ask(**request)
        noted.write_text(json.dumps(recipe))
    return FOLDER / name
