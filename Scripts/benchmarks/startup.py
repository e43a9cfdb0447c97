"""How long it takes until something is said: a whole process of ours, beside the mere import of a peer."""
import pathlib
import subprocess
import sys
import tempfile

from environments import KERNEL_PEERS, ROOT, built_rebound
from programs import DAY, measured

PEOPLE = 100
# Seconds until a file of so many people is ranked.
AIM = 0.005
PEERS = [name for name in KERNEL_PEERS if name != "scipy"]


def race(runs):
    """The least seconds of each, by what it is."""
    rebound = built_rebound()
    with tempfile.TemporaryDirectory() as work:
        file = pathlib.Path(work) / "hundred.json"
        subprocess.run([ROOT / "Scripts/generate-networks", "--people", str(PEOPLE), "--seed", "7", "-o", file],
                       check=True, stdout=subprocess.DEVNULL)
        commands = {f"rebound next, {PEOPLE} people": [rebound, "next", str(file), *DAY]}
        commands |= {f"import {name}": [sys.executable, "-c", f"import {name}"] for name in PEERS}
        times = {name: [] for name in commands}
        for run in range(runs + 1):
            for name, command in commands.items():
                wall = measured([command])[0]
                if run:
                    times[name].append(wall)
    return {name: min(walls) for name, walls in times.items()}
