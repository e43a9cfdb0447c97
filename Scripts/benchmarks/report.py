"""The tables of the race, as Markdown that reads well on a terminal too."""
import os
import platform

import growth
import startup
from race import TWO_THREADS
from racers import OURS, called
from tasks import LARGEST_BYTES, LARGEST_GRAPH, MEMORY_AIM

UNITS = ((1, "s"), (1e-3, "ms"), (1e-6, "µs"))


def seconds(value):
    """With a unit that leaves one to three digits before the point."""
    unit, name = next((unit for unit in UNITS if value >= unit[0]), UNITS[-1])
    return f"{value / unit:.3g} {name}" if value / unit < 999.5 else f"{value / unit:.0f} {name}"


def ratio(value):
    return f"{value:.2f}" if value >= 0.095 else f"{value:.2g}" if value >= 0.001 else f"{value:.1e}"


def table(heads, rows):
    """A table of Markdown, its columns as wide as what is in them; the first is aligned to the left."""
    cells = [list(map(str, row)) for row in [heads, *rows]]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]

    def line(row):
        padded = [cell.rjust(width) if column else cell.ljust(width) for column, (cell, width) in enumerate(zip(row, widths))]
        return "| " + " | ".join(padded) + " |"
    rule = "|" + "|".join("-" * (width + 2 if not column else width + 1) + (":" if column else "")
                          for column, width in enumerate(widths)) + "|"
    return "\n".join([line(cells[0]), rule, *map(line, cells[1:])])


def verdict(is_met):
    return "yes" if is_met else "**no**"


def race_row(result, quick):
    task = result.task
    ours = f"{result.task.title}"
    if OURS not in result.wall:
        return [ours, result.graph, result.problems.get(OURS, "no time"), *[""] * 8]
    both = seconds(result.least(TWO_THREADS)) if TWO_THREADS in result.wall else ""
    others = ", ".join(f"{called(peer)} {seconds(result.least(peer))}" for peer in task.peers
                       if peer in result.wall and peer != result.rival)
    cells = [ours, result.graph, seconds(result.least(OURS)), both]
    if result.rival is None:
        return [*cells, *[""] * 5, others]
    pairs = result.pairs()
    spread = f" ({ratio(min(pairs))} to {ratio(max(pairs))})" if len(pairs) > 1 else ""
    aims = ratio(task.aim) + (f", {ratio(task.two_threads_aim)} with two" if task.two_threads_aim else "")
    recorded = "" if quick or not task.recorded else ratio(result.least(OURS) / task.recorded)
    return [*cells, f"{called(result.rival)} {seconds(result.least(result.rival))}", ratio(result.ratio()) + spread,
            aims, verdict(result.is_met), recorded, others]


def line(result):
    """One line as soon as a task is done."""
    return "  ".join(cell for cell in race_row(result, quick=False)[:8] if cell)


def race_table(results, quick):
    rows = [race_row(result, quick) for result in results]
    return table(["task", "graph", "ours", "on two threads", "rival", "ours / rival", "aim", "met",
                  "ours / GAPBS*", "other peers"], rows)


def notes(results, quick):
    """What has to be known about single races."""
    lines = ["Aims are for the full graphs; the smaller ones of a quick run say little about them."] if quick else []
    if not quick and any(result.task.recorded for result in results):
        lines.append("\\* GAPBS, the C++ reference suite, is not fetched. Its seconds were recorded on another occasion with another "
                     "random graph of the same kind, not measured in this run; they count for no aim here.")
    for result in results:
        where = f"{result.task.title}, {result.graph}"
        if result.qualities:
            lines.append(f"{where}: " + ", ".join(f"{called(name)} {quality:.6g}" for name, quality in result.qualities.items())
                         + f" {'modularity' if result.task.name == 'communities' else 'nodes reached'}")
        lines += [f"{where}: DISAGREEMENT with {called(peer)}: {what}" for peer, what in result.disagreements.items()]
        lines += [f"{where}: {what}" for what in result.problems.values()]
    return "\n".join(f"- {line}" for line in lines)


def memory_table(results):
    rows = []
    for result in results:
        if result.task.name == "load-text":
            for racer in (OURS, *result.task.peers):
                if racer in result.memory:
                    used = result.memory[racer]
                    met = all(used[kind] <= aim for kind, aim in MEMORY_AIM.items())
                    rows.append([f"{racer}, {result.task.title}" if racer == OURS else called(racer), result.graph,
                                 f"{used['resident']:.1f}", f"{used['peak']:.1f}", verdict(met) if racer == OURS else ""])
    heads = ["bytes an edge", "graph", f"resident (aim {MEMORY_AIM['resident']})", f"peak (aim {MEMORY_AIM['peak']})", "met"]
    return table(heads, rows)


def growth_tables(sizes):
    rows = []
    for kernel, title in growth.KERNELS.items():
        found = growth.slope(sizes, kernel)
        rows.append([title, *(seconds(size.seconds[kernel]) if kernel in size.seconds else "" for size in sizes),
                     f"{found:.2f}" if found else ""])
    first = table(["one thread, least of several", *(f"{size.graph}, {size.edges / 1e6:.2g} M edges" for size in sizes), "slope"], rows)
    rows = [[size.graph, seconds(size.iteration[1]), seconds(size.iteration[2]), seconds(size.gather_bound),
             f"{size.gather_bound / size.iteration[1]:.0%}", seconds(size.copy_bound),
             f"{size.copy_bound / size.iteration[1]:.0%}"] for size in sizes]
    second = table(["an iteration of PageRank, 32 bits", "one thread", "two threads", "gather bound", "share of it",
                    "copy bound", "share of it"], rows)
    return first, second


def startup_table(times):
    rows = []
    for name, wall in times.items():
        ours = name.startswith("rebound")
        rows.append([name, seconds(wall), seconds(startup.AIM) if ours else "",
                     verdict(wall <= startup.AIM) if ours else ""])
    return table(["a whole process, least of several", "wall", "aim", "met"], rows)


def largest_line(sizes):
    for size in sizes:
        if size.graph == LARGEST_GRAPH:
            return (f"{LARGEST_GRAPH}, {size.edges / 1e6:.1f} M edges, read from text and ranked: {size.peak_bytes / 1e9:.2f} GB "
                    f"resident at most; aim {LARGEST_BYTES / 1e9:.2f} GB: {verdict(size.peak_bytes <= LARGEST_BYTES)}")
    return ""


def document(results, sizes, limits, times, versions, quick):
    """The whole report."""
    first, second = growth_tables(sizes)
    parts = [
        f"# Kernels beside their peers{' (quick)' if quick else ''}",
        f"{os.cpu_count()} processors, {platform.machine()}; {versions}. Each runs on one thread, unless said "
        "otherwise: processor time, which is wall time where nothing else runs; on two threads, wall time. The least of several "
        "runs in turn; in brackets, the ratios of pairs of runs. Ours has its nodes in the order of their degrees, in which it "
        "reads them from text on request.",
        race_table(results, quick), notes(results, quick), memory_table(results), largest_line(sizes),
        f"A copy moves {limits['copy1'] / 1e9:.0f} GB/s on one thread and {limits['copy2'] / 1e9:.0f} on two, read and written.",
        second, first, startup_table(times),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"
