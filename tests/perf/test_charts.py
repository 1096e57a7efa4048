# SPDX-License-Identifier: BSD-3-Clause
"""The report of perf/: charts are well-formed, points lie where they should, and the page stands alone."""

import re
import sys
import unittest
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "perf"))

from driver import goals, report, sections, svg  # noqa: E402
from driver.execute import Failure, Row  # noqa: E402
from driver.summary import Summary  # noqa: E402

FACTS = {"time": "t", "commit": "abc", "cpu": "CPU <fast>", "cores": "2", "distribution": "Debian", "kernel": "Linux"}


def rows():
    made = []
    for name, factor in (("baton", 1), ("openmpi", 2), ("mpich", 3)):
        def add(benchmark, ranks, placement, size, metric, unit, value):
            made.append(Row(name, benchmark, ranks, placement, "shm", size, metric, unit, 1, value * factor))
        for size in (8, 1024, 65536):
            add("latency", 2, "bound", size, "half round trip", "us", size / 100)
            add("scan", 2, "bound", size, "slowest rank", "us", size / 10)
        for placement in ("told", "untold"):
            add("barrier", 8, placement, 0, "slowest rank", "us", 16)
        for ranks in (2, 8, 32):
            add("launch", ranks, "told", 0, "start to end", "ms", 100 * ranks)
        for ranks in (1, 2, 8):
            add("cg_strong", ranks, "bound", 0, "time per iteration", "us", 100 / min(ranks, 2))
    return made


def points(chart):
    """The circles that are data, not those of the legend."""
    return [c for c in ElementTree.fromstring(chart).iter("circle") if c.get("r") == "3.5"]


class Charts(unittest.TestCase):
    def test_a_log_axis_places_equal_ratios_at_equal_distances(self):
        chart = svg.line_chart("t", svg.Axis("size", "size"), svg.Axis("us"), [svg.Series("a", "baton", [(8, 1), (64, 10), (512, 100)])])
        circles = [(float(c.get("cx")), float(c.get("cy"))) for c in points(chart)]
        self.assertAlmostEqual(circles[1][0] - circles[0][0], circles[2][0] - circles[1][0], delta=0.2)
        self.assertAlmostEqual(circles[1][1] - circles[0][1], circles[2][1] - circles[1][1], delta=0.2)
        self.assertGreater(circles[0][1], circles[2][1])  # y grows upward

    def test_bars_are_as_long_as_their_values(self):
        chart = svg.bar_chart("t", "ms", [("2", [("a", "baton", 50), ("b", "openmpi", 100)])])
        widths = [float(bar.get("width")) for bar in ElementTree.fromstring(chart).iter("rect")]
        self.assertAlmostEqual(widths[0] * 2, widths[1], delta=0.2)

    def test_a_chart_without_points_is_nothing(self):
        self.assertEqual(svg.line_chart("t", svg.Axis("x"), svg.Axis("y"), [svg.Series("a", "baton", [])]), "")
        self.assertEqual(svg.bar_chart("t", "ms", [("2", [("a", "baton", None)])]), "")

    def test_one_point_or_equal_values_make_a_chart_too(self):
        for kind in ("log", "linear"):
            chart = svg.line_chart("t", svg.Axis("x", "size"), svg.Axis("y", kind), [svg.Series("a", "baton", [(8, 5)])])
            self.assertEqual(len(points(chart)), 1)

    def test_the_spread_over_rounds_lies_within_the_chart(self):
        series = [svg.Series("a", "baton", [(8, 5)], "circle", {8: (0.01, 5000)})]
        chart = svg.line_chart("t", svg.Axis("x", "size"), svg.Axis("y"), series)
        spread = next(p for p in ElementTree.fromstring(chart).iter("path") if p.get("class") == "spread")
        low, high = map(float, re.fullmatch(r"M\S+ (\S+)V(\S+)", spread.get("d")).groups())
        self.assertTrue(30 < high < low < 280)

    def test_a_meter_points_to_the_side_that_is_ahead(self):
        def bar(ratio):
            rect = next(ElementTree.fromstring(svg.meter(ratio)).iter("rect"))
            return rect.get("class"), float(rect.get("x")), float(rect.get("width"))
        self.assertEqual(bar(2.0)[0], "ahead")
        self.assertEqual(bar(0.5)[0], "behind")
        self.assertAlmostEqual(bar(0.5)[2], bar(2.0)[2], delta=0.2)
        self.assertAlmostEqual(bar(0.5)[1] + bar(0.5)[2], bar(2.0)[1], delta=0.2)
        self.assertEqual(bar(1e9)[2], bar(8.0)[2])  # ends at the edge
        self.assertEqual(bar(0.0)[2], bar(8.0)[2])

    def test_the_legend_gives_way_to_a_long_title(self):
        for title, keys in (("short", 1), ("a title that needs the whole width of the chart and then some more", 0)):
            chart = svg.line_chart(title, svg.Axis("x", "size"), svg.Axis("y"), [svg.Series("Open MPI", "openmpi", [(8, 5)])])
            names = [t for t in ElementTree.fromstring(chart).iter("text") if t.text == "Open MPI"]
            self.assertEqual(len(names), keys)

    def test_ranks_on_one_core_are_no_point_of_the_latency_chart(self):
        alone = Row("baton", "latency", 2, "one_core", "shm", 8, "half round trip", "us", 1, 2500.0)
        series = sections._series(Summary([*rows(), alone]), ["baton"], lambda key: key[4], benchmark="latency", transport="shm")
        self.assertEqual(series[0].points, [(8, 0.08), (1024, 10.24), (65536, 655.36)])

    def test_efficiency_is_against_what_the_cores_can_give(self):
        self.assertEqual(sections.efficiency([(1, 10), (2, 5), (8, 10)], 2, weak=False), [(1, 100), (2, 100), (8, 50)])
        self.assertEqual(sections.efficiency([(1, 10), (2, 10), (8, 80)], 2, weak=True), [(1, 100), (2, 100), (8, 50)])


class Page(unittest.TestCase):
    def setUp(self):
        summary = Summary(rows())
        self.page = report.page(summary, ["baton", "openmpi", "mpich"], FACTS, goals.judge(summary),
                                [Failure("mpich", "cg", 1, "no end within 60 s")])

    def test_it_loads_nothing_from_elsewhere(self):
        self.assertEqual(re.findall(r'(?:src|href)\s*=|url\(|@import|<script', self.page), [])

    def test_every_chart_in_it_is_well_formed_and_named(self):
        charts = re.findall(r'<svg class="chart".*?</svg>', self.page, re.S)
        self.assertGreater(len(charts), 4)
        for chart in charts:
            self.assertIn("Baton", ElementTree.fromstring(chart).get("aria-label"))

    def test_text_from_the_machine_is_escaped(self):
        self.assertIn("CPU &lt;fast&gt;", self.page)
        self.assertNotIn("<fast>", self.page)

    def test_it_shows_goals_and_failures(self):
        self.assertIn("8-byte latency, shared memory", self.page)
        self.assertIn("no end within 60 s", self.page)

    def test_it_works_without_baton(self):
        summary = Summary([row for row in rows() if row.implementation != "baton"])
        page = report.page(summary, ["openmpi", "mpich"], FACTS, goals.judge(summary), [])
        self.assertIn("MPI performance: Open MPI, MPICH", page)


if __name__ == "__main__":
    unittest.main()
