# SPDX-License-Identifier: BSD-3-Clause
"""Results as text: side-by-side tables for the terminal, and the two CSV files. Computes nothing beyond summary.py."""

import csv

from .implementations import BATON, FLOOR, TITLES

PLACES = {"bound": "", "told": ", crowded", "untold": ", crowded and not told",
          "one_core": " on one core"}


def size_text(size):
    for unit, factor in (("MiB", 1 << 20), ("KiB", 1 << 10)):
        if size >= factor and size % factor == 0:
            return f"{size // factor} {unit}"
    return f"{size} B"


def number_text(value):
    """Three significant digits, without exponents."""
    if value is None:
        return "-"
    if value >= 1000:
        return f"{value:,.0f}"
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 1 else f"{value:.3f}"


def ratio_text(value):
    if value is None:
        return "-"
    if value < 0.095:
        return f"{value:.1g}x" if value >= 0.0001 else "0x"
    return f"{value:.0f}x" if value >= 100 else f"{value:.1f}x" if value >= 10 else f"{value:.2f}x"


def setting_text(key):
    """Ranks, placement and transport in words."""
    _, ranks, placement, transport, *_ = key
    return f"{ranks} rank{'s' if ranks != 1 else ''}{PLACES[placement]}, {'tcp' if transport == 'tcp' else 'shared memory'}"


def side_by_side(summary, names):
    """Text of all results, one table per benchmark setting."""
    groups = {}
    for key in summary.keys():
        groups.setdefault((key[0], key[1], key[2], key[3]), []).append(key)
    peers = [name for name in names if name not in (BATON, FLOOR)]
    compare = BATON in names and bool(peers)
    lines = []
    last = None
    all_names = names
    for group, keys in groups.items():
        names = [name for name in all_names if name != FLOOR or any(summary.median(key, name) is not None for key in keys)]
        heading = f"{group[0]} ({setting_text(keys[0])})"
        if heading != last:
            columns = "".join(f"{TITLES[name]:>12}" for name in names)
            ratios = "".join(f"{'vs ' + TITLES[peer]:>13}" for peer in peers) if compare else ""
            lines += ["", f"{heading:<58}{columns}{ratios}"]
            last = heading
        for key in keys:
            size = size_text(key[4]) if key[4] else ""
            label = f"  {size:>8}  {key[5]} [{key[6]}]"
            values = "".join(f"{number_text(summary.median(key, name)):>12}" for name in names)
            ratios = "".join(f"{ratio_text(summary.better(key, peer)):>13}" for peer in peers) if compare else ""
            lines.append(f"{label:<58}{values}{ratios}")
    return "\n".join(lines)


FIELDS = ("implementation", "benchmark", "ranks", "placement", "transport", "bytes", "metric", "unit", "round", "value")


def write_rows(path, rows, facts):
    """Every value of every round, each line with machine, commit and version, so that files can be joined."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("time", "commit", "cpu", "cores", "kernel", "version") + FIELDS)
        for row in rows:
            version = facts.get(TITLES[row.implementation], "")
            writer.writerow([facts["time"], facts["commit"], facts["cpu"], facts["cores"], facts["kernel"], version] +
                            [getattr(row, name) for name in FIELDS])


def read_rows(path):
    """The rows and facts of a file that write_rows made."""
    from .execute import Row
    rows, facts = [], {}
    with open(path, newline="", encoding="utf-8") as file:
        for line in csv.DictReader(file):
            facts = {name: line[name] for name in ("time", "commit", "cpu", "cores", "kernel")} | {
                key: value for key, value in facts.items() if key in TITLES.values()}
            facts[TITLES[line["implementation"]]] = line["version"]
            rows.append(Row(line["implementation"], line["benchmark"], int(line["ranks"]), line["placement"],
                            line["transport"], int(line["bytes"]), line["metric"], line["unit"], int(line["round"]),
                            float(line["value"])))
    return rows, facts


def write_summary(path, summary, names):
    """Medians, spreads and ratios."""
    peers = [name for name in names if name not in (BATON, FLOOR)]
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        header = ["benchmark", "ranks", "placement", "transport", "bytes", "metric", "unit"]
        for name in names:
            header += [name, f"{name}_smallest", f"{name}_largest", f"{name}_rounds"]
        writer.writerow(header + [f"better_than_{peer}" for peer in peers])
        for key in summary.keys():
            line = list(key)
            for name in names:
                smallest, largest = summary.spread(key, name) or ("", "")
                middle = summary.median(key, name)
                line += ["" if middle is None else middle, smallest, largest, summary.rounds(key, name)]
            for peer in peers:
                ratio = summary.better(key, peer)
                line.append("" if ratio is None else f"{ratio:.4g}")
            writer.writerow(line)
