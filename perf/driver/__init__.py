# SPDX-License-Identifier: BSD-3-Clause
"""Drives the benchmarks of perf/bench against several MPIs and reports them side by side. Plain python3, no packages."""
