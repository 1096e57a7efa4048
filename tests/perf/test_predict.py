# SPDX-License-Identifier: BSD-3-Clause
"""perf/predict: constants out of measurements, and how predictions and measurements are shown. Measures nothing."""

import sys
import unittest
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "perf"))

from driver import predict  # noqa: E402


class Constants(unittest.TestCase):
    def test_come_from_messages_alone(self):
        found = predict.constants_from({8: 0.3, 4104: 1.1192, 65536: 10.3, 1048576: 108.604}, 10.0, 2.3, {8: 0.05, 65544: 3.3268})
        self.assertAlmostEqual(found.overhead, 100)
        self.assertAlmostEqual(found.latency, 100)
        self.assertAlmostEqual(found.per_byte, 0.1, places=3)
        self.assertAlmostEqual(found.turn, 2000)
        self.assertAlmostEqual(found.call, 50)
        self.assertAlmostEqual(found.per_byte_eager, 0.2)
        self.assertAlmostEqual(found.announce, 10000 - 6553.6, places=0)
        self.assertAlmostEqual(found.copied, 0.05)
        self.assertIn("100.0,100.0,0,0.10000,0.20000", found.options(2))

    def test_are_never_negative(self):
        found = predict.constants_from({8: 0.1, 4096: 0.1, 65536: 5, 1048576: 5}, 1.0, 0.05, {8: 1, 65536: 1})
        self.assertEqual((found.latency, found.turn), (0, 0))
        self.assertGreater(found.per_byte, 0)


class Report(unittest.TestCase):
    pairs = [predict.Pair("bcast", "binomial", 8, 2, 1.0, 2.0), predict.Pair("bcast", "binomial", 8, 4, 4.0, 1.0)]

    def test_summary_is_the_geometric_mean_and_the_share_within_twice(self):
        mean, share = predict.summary(self.pairs)
        self.assertAlmostEqual(mean, 2**0.5)
        self.assertEqual(share, 0.5)

    def test_table_has_a_row_for_each_pair(self):
        text = predict.markdown(self.pairs, predict.Constants(1, 2, 3, 4))
        self.assertIn("| bcast | binomial | 8 | 4 | 4.00 | 1.00 | 4.00 |", text)
        self.assertIn("| 2 | 1 | 0.50 | 100% |", text)

    def test_plot_is_well_formed_with_a_mark_for_each_pair(self):
        root = ElementTree.fromstring(predict.scatter(self.pairs))
        marks = [c for c in root.iter("{http://www.w3.org/2000/svg}circle") if c.get("r") == "3"]
        self.assertEqual(len(marks), 2)
        self.assertLess(float(marks[0].get("cx")), float(marks[1].get("cx")))


class Wishes(unittest.TestCase):
    def test_name_algorithms_that_the_library_knows(self):
        table = (Path(__file__).resolve().parents[2] / "src/base/parameters.cpp").read_text(encoding="utf-8")
        for wishes in predict.WISHES:
            for parameter, algorithm in wishes.items():
                row = table[table.index(f'{{"{parameter}"'):].split("},", 1)[0]
                self.assertRegex(row, rf"\b{algorithm}\b")


if __name__ == "__main__":
    unittest.main()
