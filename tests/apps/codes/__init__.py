# SPDX-License-Identifier: BSD-3-Clause
"""The codes, a file each: what it is built with, what is run, and how its own checks are read."""
from codes import boost_mpi, fftw, hpcc, hypre, netpipe, p4est, scalapack, scotch

CODES = [hpcc.CODE, fftw.CODE, netpipe.CODE, boost_mpi.CODE, hypre.CODE, scotch.CODE, p4est.CODE, scalapack.CODE]


def by_name():
    return {code.name: code for code in CODES}
