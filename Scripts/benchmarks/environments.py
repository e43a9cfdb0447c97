"""What the races need besides Rebound: Pythons that have the peers, and release builds."""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BENCHMARKS = ROOT / ".build/benchmarks"
# The peers of the kernels that PyPI has, by their modules.
KERNEL_PEERS = {"igraph": "1.0.0", "networkit": "11.2.2", "scipy": "1.17.1", "rustworkx": "0.18.1", "networkx": "3.6.1"}
# Debian's own Python, for which it packages graph-tool.
DEBIAN_PYTHON = pathlib.Path("/usr/bin/python3")


def python_with(name, *packages):
    """A Python in an environment of its own that has these packages of PyPI, made once."""
    python = ROOT / ".build" / name / "bin/python3"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", ROOT / ".build" / name], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages],
                       check=True, stdout=sys.stderr)
    return python


def kernel_python():
    """A Python that has the peers of the kernels, and NumPy."""
    return python_with("peers-kernels", "numpy", *(f"{name}=={version}" for name, version in KERNEL_PEERS.items()))


def has_graph_tool():
    """Whether Debian's Python has graph-tool, which is installed when that is possible."""
    installed = subprocess.run([ROOT / "Scripts/setup", "python3-graph-tool"], stdout=sys.stderr).returncode == 0
    return installed and DEBIAN_PYTHON.exists()


def built_rebound():
    """The release build of the program, with the Swift runtime linked in."""
    scratch = ROOT / ".build/static"
    subprocess.run(["swift", "build", "--package-path", ROOT, "-c", "release", "--static-swift-stdlib",
                    "--product", "rebound", "--scratch-path", scratch], check=True, stdout=sys.stderr)
    return str(scratch / "release/rebound")


def built_worker():
    """The release build of the worker that runs our kernels."""
    scratch = BENCHMARKS / "build"
    subprocess.run(["swift", "build", "--package-path", ROOT / "Scripts/benchmarks", "-c", "release",
                    "--scratch-path", scratch], check=True, stdout=sys.stderr)
    return str(scratch / "release/kernel-race")
