# SPDX-License-Identifier: BSD-3-Clause
"""Lets `python3 -m driver` start the run."""

import sys

from .main import main

sys.exit(main(sys.argv[1:]))
