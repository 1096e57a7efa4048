# SPDX-License-Identifier: BSD-3-Clause
"""The HTML report: one self-contained page with tables and inline SVG. Lays out; sections.py draws the parts."""

from html import escape
from pathlib import Path

from . import collective_table, goals, sections
from .implementations import BATON, FLOOR, ORDER, TITLES
from .svg import meter
from .tables import number_text, ratio_text, setting_text, size_text


ENVIRONMENT = ("time", "commit", "cpu", "cores", "memory", "distribution", "kernel", "compiler", "rounds")


def page(summary, names, facts, verdicts, failures):
    with_floor = [name for name in (*ORDER, FLOOR) if name in names]
    names = [name for name in ORDER if name in names]
    css = (Path(__file__).parent / "report.css").read_text(encoding="utf-8")
    title = " · ".join(TITLES[name] for name in names)
    body = [
        f"<h1>{escape(_headline(names, verdicts))}</h1>",
        _environment(facts),
        _goal_table(names, verdicts) if BATON in names else "",
        sections.legend(with_floor),
        sections.point_to_point(summary, with_floor),
        sections.threads(summary, names),
        sections.collectives(summary, names),
        _judgements(summary) if BATON in names else "",
        sections.crowded(summary, names),
        sections.startup(summary, names),
        sections.scaling(summary, names, int(facts.get("cores", "1"))),
        _failures(failures),
        _method(facts),
        _all_numbers(summary, with_floor),
    ]
    return (f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}: performance</title>'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<meta name="color-scheme" content="light dark"><style>{css}</style></head>'
            f'<body><main>{"".join(body)}</main></body></html>\n')


def _headline(names, verdicts):
    if BATON not in names or len(names) < 2:
        return "MPI performance: " + ", ".join(TITLES[name] for name in names)
    judged = [verdict for verdict in verdicts if verdict.outcome != goals.UNKNOWN]
    met = sum(verdict.outcome == goals.PASS for verdict in judged)
    peers = " and ".join(TITLES[name] for name in names if name != BATON)
    return f"Baton beside {peers}: {met} of {len(judged)} goals met"


def _environment(facts):
    """The machine and the versions, before any number."""
    entries = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts.items()
                      if name in ENVIRONMENT or (name in TITLES.values() and value != facts["commit"]))
    return f'<dl class="facts">{entries}</dl>'


def _goal_table(names, verdicts):
    head = "".join(f"<th>{TITLES[name]}</th>" for name in names)
    lines = []
    for verdict in verdicts:
        cells = "".join(f'<td class="{name}">{number_text(verdict.values.get(name))}</td>' for name in names)
        lines.append(f'<tr><td>{escape(verdict.goal.title)}</td>{cells}<td class="unit">{verdict.unit}</td>'
                     f"<td>{ratio_text(verdict.ratio)}</td>"
                     f"<td>{meter(verdict.ratio) if verdict.ratio is not None else ''}</td>"
                     f"<td>{_chip(verdict.outcome)}</td></tr>")
    return (f'<div class="frame"><table><thead><tr><th>Goal</th>{head}<th></th><th>times better</th><th class="scale"><span>behind</span><span>ahead</span></th><th></th></tr></thead>'
            f'<tbody>{"".join(lines)}</tbody></table></div>'
            '<p class="soft">Medians over rounds. "Times better" is the median over pairs of the same round, against the '
            "better of the peers that the goal names; above 1 Baton is ahead. The bars are logarithmic: a line for each "
            "factor of 2, up to 8.</p>")


def _judgements(summary):
    """Collectives against the peers and against themselves."""
    lines = collective_table.table(summary) + collective_table.guidelines(summary)
    if not lines:
        return ""
    rows = "".join(f'<tr><td>{escape(line.title)}</td><td class="soft">{escape(line.text)}</td>'
                   f"<td>{ratio_text(line.ratio) if line.ratio is not None else ''}</td>"
                   f"<td>{_chip(line.outcome) if line.outcome else ''}</td></tr>" for line in lines)
    return ('<h2>Collectives, judged</h2><p>Means and worst cells are times better than the better of the peers. A '
            "guideline holds one collective's time to those of others that could do its work: its ratio is what it may "
            f'take over what it takes, and {collective_table.NOISE:g} is left for noise.</p><div class="frame"><table>'
            f"<thead><tr><th>What</th><th></th><th>ratio</th><th></th></tr></thead><tbody>{rows}</tbody></table></div>")


def _chip(outcome):
    style = {goals.PASS: "good", goals.MISS: "bad"}.get(outcome, "")
    return f'<span class="chip {style}">{outcome.lower()}</span>'


def _failures(failures):
    if not failures:
        return ""
    lines = "".join(f"<tr><td>{escape(f.case)}</td><td>{TITLES[f.implementation]}</td><td>{f.round}</td>"
                    f"<td>{escape(f.reason)}</td></tr>" for f in failures)
    return ('<h2>Launches that failed</h2><div class="frame"><table><thead><tr><th>Launch</th><th>MPI</th><th>Round</th>'
            f"<th>Reason</th></tr></thead><tbody>{lines}</tbody></table></div>")


def _method(facts):
    entries = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts.items()
                      if name not in ENVIRONMENT and name not in TITLES.values())
    return f"""<h2>How it was measured</h2>
<p>One source, written against the public MPI interface, compiled with each MPI's own wrapper and the same flags. Within
a round every launch runs once with each MPI in turn, so that drift of the machine meets all alike. Within a launch a
point is the median of five chunks; thin upright lines in the plots span the rounds; a collective's time is that of its slowest rank. Up to one rank a core, ranks are
bound to cores. Beyond, ranks are not bound: "crowded" launches tell the launcher (Open MPI then yields when idle),
"not told" launches claim enough slots. MPICH offers no yielding and runs its crowded launches in the first round only.
Each benchmark checks its own answers and fails when one is wrong.</p><dl>{entries}</dl>"""


def _all_numbers(summary, names):
    peers = [name for name in names if name not in (BATON, FLOOR)] if BATON in names else []
    head = "".join(f"<th>{TITLES[name]}</th>" for name in names) + "".join(f"<th>vs {TITLES[p]}</th>" for p in peers)
    lines = []
    for key in summary.keys():
        cells = "".join(f'<td class="{name}">{number_text(summary.median(key, name))}</td>' for name in names)
        cells += "".join(f"<td>{sections.ratio_chip(summary.better(key, peer))}</td>" for peer in peers)
        size = size_text(key[4]) if key[4] else ""
        lines.append(f"<tr><td>{escape(key[0])} <span class=soft>{escape(setting_text(key))}</span></td><td>{size}</td>"
                     f"<td>{escape(key[5])} [{escape(key[6])}]</td>{cells}</tr>")
    return (f'<h2>All numbers</h2><details><summary>{len(lines)} medians</summary><div class="frame"><table><thead><tr>'
            f'<th>Benchmark</th><th>Size</th><th>Metric</th>{head}</tr></thead><tbody>{"".join(lines)}</tbody></table>'
            "</div></details>")
