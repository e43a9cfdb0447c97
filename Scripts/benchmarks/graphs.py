"""The graphs of the races, made from seeds once and kept."""
import json
import pathlib
import re

from environments import BENCHMARKS

FOLDER = BENCHMARKS / "graphs"
SEED = 1
# Stands in for the contacts of a company, of the size of the Enron mails.
CONTACTS = "contacts"
CONTACTS_SHAPE = "rmat15x6"
EDGE_FACTOR = 16


def made(name, worker, adopted=None):
    """The folder of a graph, with all its files: `rmat18` is an R-MAT graph of 2^18 nodes, `rmat14x6` one of 2^14 with 6
    edges drawn a node, and `contacts` is `adopted`, a text file of edges, where there is one."""
    request = {"graph": str(FOLDER / name)}
    if name == CONTACTS and adopted:
        file = pathlib.Path(adopted).resolve()
        recipe = {"file": str(file), "modified": file.stat().st_mtime_ns}
        request |= {"action": "adopt", "file": str(file)}
    else:
        shape = re.fullmatch(r"rmat(\d+)(?:x(\d+))?", CONTACTS_SHAPE if name == CONTACTS else name)
        recipe = {"scale": int(shape[1]), "edgeFactor": int(shape[2] or EDGE_FACTOR), "seed": SEED}
        request |= {"action": "generate", **recipe}
    noted = FOLDER / f"{name}.json"
    if not noted.exists() or json.loads(noted.read_text()) != recipe:
        for file in (FOLDER / name).glob("*"):
            file.unlink()
        FOLDER.mkdir(parents=True, exist_ok=True)
        worker.ask(**request)
        noted.write_text(json.dumps(recipe))
    return FOLDER / name
