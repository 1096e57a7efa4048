# SPDX-License-Identifier: BSD-3-Clause
"""The report's parts: which results stand together in a chart or a table. Returns HTML text."""

from html import escape

from .implementations import BATON, BOUND, FLOOR, ONE_CORE, SHM, TCP, TITLES, TOLD, UNTOLD
from .svg import Axis, Series, bar_chart, line_chart, marker
from .tables import number_text, ratio_text, size_text

SHAPES = {"baton": "circle", "openmpi": "square", "mpich": "triangle", FLOOR: "diamond"}
OPERATIONS = ("barrier", "bcast", "reduce", "allreduce", "gather", "gatherv", "scatter", "scatterv", "allgather",
              "allgatherv", "alltoall", "alltoallv", "reduce_scatter", "reduce_scatter_block", "scan", "exscan")
EVEN = 0.97  # a ratio from here to its inverse is called even


def legend(names):
    keys = "".join(
        f'<span class="key {name}"><svg viewBox="0 0 38 14" aria-hidden="true"><path class="line" d="M1 7H37"/>'
        f'<g class="mark">{marker(SHAPES[name], 19, 7)}</g></svg>{TITLES[name]}</span>' for name in names)
    return f'<div class="legend">{keys}</div>'


def ratio_chip(ratio):
    if ratio is None:
        return ""
    style = "good" if ratio > 1 / EVEN else "bad" if ratio < EVEN else ""
    return f'<span class="chip {style}">{ratio_text(ratio)}</span>'


def _series(summary, names, x_of, **wanted):
    """A line per implementation through the medians of the keys that match; ranks on one core stand in a table."""
    keys = [key for key in summary.find(**wanted) if key[2] != ONE_CORE]
    lines = []
    for name in names:
        points = [(x_of(key), summary.median(key, name)) for key in keys]
        points = sorted(p for p in points if p[1] is not None and p[0] > 0)
        places = {p[0] for p in points}
        spread = {x_of(key): summary.spread(key, name) for key in keys
                  if x_of(key) in places and summary.rounds(key, name) > 1}
        lines.append(Series(TITLES[name], name, points, SHAPES[name], spread))
    return lines


def _section(title, text, *parts):
    parts = [part for part in parts if part]
    return f"<h2>{escape(title)}</h2><p>{text}</p>{''.join(parts)}" if parts else ""


def _charts(charts, small=False):
    charts = [chart for chart in charts if chart]
    return f'<div class="charts{" small" if small else ""}">{"".join(charts)}</div>' if charts else ""


def _size(key):
    return key[4]


def point_to_point(summary, names):
    charts = []
    for benchmark, title, unit in (("latency", "Latency", "us"), ("bandwidth", "Bandwidth", "MB/s"),
                                   ("bibandwidth", "Bandwidth, both ways", "MB/s"), ("rate", "Message rate", "M/s")):
        for transport, where in ((SHM, "shared memory"), (TCP, "tcp")):
            charts.append(line_chart(f"{title}, {where}", Axis("message size", "size"), Axis(unit),
                                     _series(summary, names, _size, benchmark=benchmark, transport=transport)))
    for benchmark, title, unit in (("latency_alloc_mem", "Latency", "us"), ("bandwidth_alloc_mem", "Bandwidth", "MB/s")):
        charts.append(line_chart(f"{title}, buffers of MPI_Alloc_mem", Axis("message size", "size"), Axis(unit),
                                 _series(summary, names, _size, benchmark=benchmark)))
    charts.append(line_chart("Latency, every second 64 bytes", Axis("message size", "size"), Axis("us"),
                             _series(summary, names, _size, benchmark="strided")))
    return _section("Two ranks, point to point", "Latency is half a round trip; bandwidth and rate keep a window of "
                    "messages under way. Shared memory is each MPI's default on one node; tcp is forced.", _charts(charts))


def threads(summary, names):
    keys = [key for key in summary.keys() if key[5] == "message rate" and "_threads_" in key[0]]
    groups = []
    for key in keys:
        number, way = key[0].removeprefix("rate_").split("_threads_")
        label = f"{number} a rank, {'a communicator each' if way == 'comms' else 'a tag each'}"
        groups.append((label, [(TITLES[name], name, summary.median(key, name)) for name in names]))
    return _section("Several threads a rank", "MPI_THREAD_MULTIPLE, two ranks: windows of 8-byte messages of all threads "
                    "together.", _charts([bar_chart("Message rate", "M/s", groups)] if groups else []))


def _settings(summary):
    """(ranks, placement, transport) with a full set of collectives, in the order of the run."""
    seen = []
    for key in summary.find(benchmark="scan"):
        if key[1:4] not in seen:
            seen.append(key[1:4])
    return seen


def collectives(summary, names):
    parts = []
    for ranks, placement, transport in _settings(summary):
        where = "tcp" if transport == TCP else "shared memory"
        crowd = ", more ranks than cores" if placement != BOUND else ""
        charts = [line_chart(operation, Axis("block size", "size"), Axis("us"),
                             _series(summary, names, _size, benchmark=operation, ranks=ranks, placement=placement,
                                     transport=transport), width=300, height=220) for operation in OPERATIONS]
        heat = _heat(summary, names, ranks, placement, transport)
        parts.append(f"<h3>{ranks} ranks, {where}{crowd}</h3>{heat}{_charts(charts, small=True)}")
    return _section("Collectives", "Microseconds per call. The block is what one rank contributes to, or gets from, one "
                    "other. The tables say how many times faster Baton is than the faster of the peers.", *parts)


def _heat(summary, names, ranks, placement, transport):
    """Operations by sizes: how many times better than the best peer; without Baton nothing."""
    peers = [name for name in names if name not in (BATON, FLOOR)]
    if BATON not in names or not peers:
        return ""
    sizes = sorted({key[4] for operation in OPERATIONS for key in summary.find(
        benchmark=operation, ranks=ranks, placement=placement, transport=transport) if key[4]})
    rows = []
    for operation in OPERATIONS:
        cells = []
        for size in (0,) if operation == "barrier" else sizes:
            keys = summary.find(benchmark=operation, ranks=ranks, placement=placement, transport=transport, bytes=size)
            cells.append(f"<td>{ratio_chip(summary.better_than_best(keys[0], peers)) if keys else ''}</td>")
        rows.append(f"<tr><td>{operation}</td>{''.join(cells)}</tr>")
    head = "".join(f"<th>{size_text(size)}</th>" for size in sizes)
    return (f'<div class="frame heat"><table><thead><tr><th>Times faster than the faster peer</th>{head}</tr></thead>'
            f'<tbody>{"".join(rows)}</tbody></table></div>')


def crowded(summary, names):
    rows = []
    lines = []
    for key in summary.find(placement=UNTOLD, transport=SHM):
        lines += [("told", key[:2] + (TOLD,) + key[3:]), ("not told", key)]
    for benchmark in ("latency_bystanders", "latency_neighbours", "idle"):
        lines += [("told", key) for key in summary.find(benchmark=benchmark)]
    lines += [("not told", key) for key in summary.find(placement=ONE_CORE)]
    names_of = {"latency_bystanders": "latency of one pair, the others in a barrier",
                "latency_neighbours": "latency of neighbours, all pairs at once", "idle": "processor use of a waiting rank",
                "latency": "latency on one core"}
    for label, key in lines:
        cells = "".join(f'<td class="{name}">{number_text(summary.median(key, name))}</td>' for name in names)
        size = f", {size_text(key[4])}" if key[4] else ""
        what = f"{names_of.get(key[0], key[0])}{size}, {key[1]} ranks"
        rows.append(f"<tr><td>{what}</td><td>{label}</td>{cells}<td class=unit>{key[6]}</td></tr>")
    if not rows:
        return ""
    head = "".join(f"<th>{TITLES[name]}</th>" for name in names)
    return _section("More ranks than cores", "A rank that spins takes the core from the rank it waits for. Told: the "
                    "launcher knows and Open MPI yields. Not told: it was promised enough slots.",
                    f'<div class="frame"><table><thead><tr><th>Operation</th><th>Launcher</th>{head}<th></th></tr></thead>'
                    f'<tbody>{"".join(rows)}</tbody></table></div>')


def _bars(summary, names, title, unit, **wanted):
    groups = [(f"{key[1]} ranks", [(TITLES[name], name, summary.median(key, name)) for name in names])
              for key in summary.find(**wanted)]
    return bar_chart(title, unit, groups)


def startup(summary, names):
    return _section("Start, end and memory", "Start to end is the whole launch of a program that only initialises, talks "
                    "once to every rank and finalises. The launcher alone starts /bin/true.", _charts([
                        _bars(summary, names, "Start to end", "ms", benchmark="launch"),
                        _bars(summary, names, "Launcher alone", "ms", benchmark="launcher_alone"),
                        _bars(summary, names, "MPI_Init, slowest rank", "ms", benchmark="init"),
                        _bars(summary, names, "MPI_Finalize", "ms", benchmark="finalize"),
                        _bars(summary, names, "Memory per rank after init", "MB", benchmark="memory",
                              metric="resident after init"),
                        _bars(summary, names, "Memory per rank, all pairs talked", "MB", benchmark="memory",
                              metric="resident, all pairs talked"),
                        _bars(summary, names, "Memory per rank, shared pages divided", "MB", benchmark="memory",
                              metric="proportional after init"),
                    ]))


def efficiency(times, cores, weak):
    """(ranks, efficiency in %) of (ranks, time), against one rank, for what the cores can give at most."""
    alone = dict(times).get(1)
    if not alone:
        return []
    ideal = (lambda n: max(1.0, n / cores)) if weak else (lambda n: 1.0 / min(n, cores))
    return [(n, 100 * alone * ideal(n) / time) for n, time in times if time]


def scaling(summary, names, cores):
    charts = []
    for program, metric, title in (("halo", "time per sweep", "Halo exchange"),
                                   ("cg", "time per iteration", "Conjugate gradients")):
        for scale in ("strong", "weak"):
            lines = _series(summary, names, lambda key: key[1], benchmark=f"{program}_{scale}", metric=metric)
            ranks = sorted({x for one in lines for x, _ in one.points})
            ticks = [(n, n) for n in ranks]
            charts.append(line_chart(f"{title}, {scale} scaling", Axis("ranks"), Axis(f"us, {metric}"), lines,
                                     x_ticks=ticks))
            ratios = [Series(one.name, one.style, efficiency(one.points, cores, scale == "weak"), one.marker)
                      for one in lines]
            if any(one.points for one in ratios):
                ratios.insert(0, Series("ideal", "ideal", [(n, 100) for n in ranks], "none"))
            charts.append(line_chart(f"{title}, {scale}: efficiency", Axis("ranks"), Axis("%", "linear"), ratios,
                                     x_ticks=ticks))
    return _section("Scaling", "A 3-D halo exchange with derived datatypes, and a conjugate-gradient solve; both check "
                    "their answers. Strong: one problem for any number of ranks. Weak: the same part for every rank. "
                    f"Efficiency is against one rank and what {cores} cores can give at most.", _charts(charts))
