"""The picture of the race, as SVG: our times beside those of the peers, and how they grow."""
import math
from xml.sax.saxutils import escape

import growth
from racers import OURS, called
from report import seconds

WIDTH, MARGIN = 1080, 40
LABELS, TIMES = 300, 250  # for names at the left of the ratios and times at their right
ROW = 27
INK, GREY, LINE, OURS_INK, MISSED_INK = "#1f2933", "#66727f", "#dfe4e9", "#1767a8", "#c2410c"
SERIES = ("#1767a8", "#c2410c", "#15803d", "#7c3aed", "#a16207")
FONT = "Inter, 'Helvetica Neue', Arial, sans-serif"


def text(x, y, content, size=14, anchor="start", colour=INK, weight=400):
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}" '
            f'font-weight="{weight}">{escape(content)}</text>')


def line(x1, y1, x2, y2, colour=LINE, width=1.0, dashes=""):
    dash = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" stroke-width="{width}"{dash}/>')


def dot(x, y, radius, fill, stroke="none"):
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{fill}" stroke="{stroke}" stroke-width="1.4"/>'


class Logarithmic:
    """Places on a logarithmic axis of whole decades."""

    def __init__(self, values, start, end):
        self.low = math.floor(math.log10(min(values)) + 1e-9)
        self.high = max(math.ceil(math.log10(max(values)) - 1e-9), self.low + 1)
        self.start, self.end = start, end

    def place(self, value):
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def decades(self):
        return [10.0 ** power for power in range(self.low, self.high + 1)]


def times_faster(power):
    """A mark of the axis of ratios: how many times as fast or as slow, the first of each in words."""
    words = {-1: " faster", 1: " slower"}.get(power, "")
    return "same time" if power == 0 else f"{10 ** abs(power):,}×{words}"


def ratio_rows(results):
    return [result for result in results if OURS in result.wall and result.rival]


def ratio_panel(results, top):
    """A row a race: a bar from the rival's time to ours, a mark for the aim and dots for the other peers."""
    rows = ratio_rows(results)
    relative = {id(result): {peer: result.least(peer) / result.least(result.rival) for peer in result.task.peers
                             if peer in result.wall} for result in rows}
    values = [value for result in rows for value in (result.ratio(), result.task.aim, *relative[id(result)].values())]
    axis = Logarithmic([*values, 1], MARGIN + LABELS, WIDTH - MARGIN - TIMES)
    bottom = top + ROW * len(rows)
    parts = []
    for decade in axis.decades():
        x = axis.place(decade)
        parts.append(line(x, top - 6, x, bottom, GREY if decade == 1 else LINE))
        parts.append(text(x, top - 14, times_faster(round(math.log10(decade))), 12, "middle", GREY))
    for index, result in enumerate(rows):
        parts += ratio_row(result, relative[id(result)], axis, top + ROW * (index + 0.5))
    return parts, bottom


def ratio_row(result, relative, axis, y):
    colour = OURS_INK if result.is_met else MISSED_INK
    ours, same = axis.place(result.ratio()), axis.place(1)
    aim = axis.place(result.task.aim)
    parts = [text(MARGIN + LABELS - 16, y + 5, f"{result.task.title}, {result.graph}", 13.5, "end"),
             f'<rect x="{min(ours, same):.1f}" y="{y - 7:.1f}" width="{abs(ours - same):.1f}" height="14" rx="2" fill="{colour}" '
             'fill-opacity="0.85"/>']
    parts += [dot(axis.place(value), y, 3.5, "#ffffff", GREY) for value in relative.values()]
    parts.append(line(aim, y - 11, aim, y + 11, INK, 2))
    parts.append(text(WIDTH - MARGIN - TIMES + 16, y + 5,
                      f"{seconds(result.least(OURS))}  ·  {called(result.rival)} {seconds(result.least(result.rival))}", 13, colour=GREY))
    return parts


def legend(y):
    x = MARGIN
    parts = []
    for mark, label, width in (
            (f'<rect x="{x}" y="{y - 10}" width="24" height="12" rx="2" fill="{OURS_INK}" fill-opacity="0.85"/>', "ours, aim met", 32),
            (None, "ours, aim missed", 32), (None, "aim", 14), (None, "peers; the fastest, or the one the aim names, is 1", 16)):
        if label == "ours, aim missed":
            mark = f'<rect x="{x}" y="{y - 10}" width="24" height="12" rx="2" fill="{MISSED_INK}" fill-opacity="0.85"/>'
        elif label == "aim":
            mark = line(x + 4, y - 14, x + 4, y + 6, INK, 2)
        elif mark is None:
            mark = dot(x + 5, y - 4, 3.5, "#ffffff", GREY)
        parts += [mark, text(x + width, y, label, 13, colour=GREY)]
        x += width + 7.2 * len(label) + 22
    return parts


def growth_panel(sizes, top):
    """Seconds by edges, both logarithmic, a line a kernel with its slope."""
    left, right, height = MARGIN + 60, WIDTH - MARGIN - 330, 330
    across = Logarithmic([size.edges for size in sizes], left, right)
    upwards = Logarithmic([value for size in sizes for value in size.seconds.values()], top + height, top)
    parts = []
    for decade in upwards.decades():
        y = upwards.place(decade)
        parts += [line(left, y, right, y), text(left - 10, y + 4, seconds(decade), 12, "end", GREY)]
    for size in sizes:
        x = across.place(size.edges)
        parts += [line(x, top, x, top + height), text(x, top + height + 20, f"{size.edges / 1e6:.2g} M", 12, "middle", GREY)]
    parts.append(text((left + right) / 2, top + height + 42, "edges", 13, "middle", GREY))
    ends = []
    for (kernel, title), colour in zip(growth.KERNELS.items(), SERIES):
        points = [(across.place(size.edges), upwards.place(size.seconds[kernel])) for size in sizes if kernel in size.seconds]
        if points:
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2.2"/>')
            parts += [dot(x, y, 3.6, colour) for x, y in points]
            slope = growth.slope(sizes, kernel)
            ends.append([points[-1][1], title + (f", slope {slope:.2f}" if slope else ""), colour])
    parts += line_labels(ends, right + 16)
    return parts, top + height + 54


def line_labels(ends, x):
    """Names at the ends of lines, pushed apart where they would overlap."""
    ends.sort()
    for index in range(1, len(ends)):
        ends[index][0] = max(ends[index][0], ends[index - 1][0] + 20)
    return [text(x, y + 4, label, 13.5, colour=colour) for y, label, colour in ends]


def picture(results, sizes, quick):
    """The whole picture."""
    title = "Kernels beside their peers" + (": a quick run on small graphs; the aims are for larger ones" if quick else "")
    parts = [text(MARGIN, 52, title, 24, weight=600),
             text(MARGIN, 76, "Time on one thread as a share of the rival's, on a logarithmic scale: the further left, the faster.",
                  14, colour=GREY), *legend(104)]
    bottom = 118
    if ratio_rows(results):
        more, bottom = ratio_panel(results, 150)
        parts += more
    if sizes:
        parts.append(text(MARGIN, bottom + 56, "How our time grows with the graph", 18, weight=600))
        parts.append(text(MARGIN, bottom + 78, "R-MAT graphs with 16 edges drawn a node, one thread. Slope 1: twice the edges, twice the time.", 14, colour=GREY))
        more, bottom = growth_panel(sizes, bottom + 106)
        parts += more
    height = bottom + 30
    description = "; ".join(f"{result.task.title} on {result.graph}: {result.ratio():.2g} of {called(result.rival)}" for result in ratio_rows(results))
    body = "\n".join(parts)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height:.0f}" viewBox="0 0 {WIDTH} {height:.0f}" '
            f'font-family="{FONT}" role="img" aria-labelledby="title description">\n<title id="title">{title}</title>\n'
            f'<desc id="description">{escape(description)}</desc>\n<rect width="100%" height="100%" fill="#ffffff"/>\n{body}\n</svg>\n')
