# SPDX-License-Identifier: BSD-3-Clause
"""MPICH's test suite as this folder needs it: its source package, its configured tree, its lists of tests, its programs.

Does not run a test and knows nothing of verdicts: that is `run`."""
import dataclasses
import fcntl
import os
import pathlib
import re
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent

# Directories with tests of what Baton has; rma, io and spawn are added by name.
DIRECTORIES = ("attr comm coll datatype errhan errors/attr errors/coll errors/comm errors/datatype errors/group errors/pt2pt "
               "errors/topo group info init mpi_t part pt2pt threads/coll threads/comm threads/init threads/mpi_t threads/part "
               "threads/pt2pt topo").split()

# Lines that the suite marks strict=false and that call functions or constants removed by MPI 3.0 (MPI 5.0, chapter 19); its
# configure leaves them out for any MPI that is tested strictly. The other lines with strict=false are MPI by now and are run.
REMOVED_API = set("""datatype/lbub_oldapi datatype/transpose_pack_oldapi datatype/typename_oldapi datatype/indexed_misc_oldapi
    datatype/simple_size_extent_oldapi datatype/struct_no_real_types errhan/commcall_oldapi errors/datatype/type_extent_nullarg
    errors/datatype/type_lb_nullarg errors/datatype/type_ub_nullarg""".split())


# Tests of windows outside of rma: left out as long as rma is.
ONE_SIDED = {"attr/keyval_double_free_win", "errors/attr/keyvalmis"}

# Tests of MPICH's limit on the number of communicators; strict=false too. MPI knows no such limit.
NO_LIMIT = {f"errors/comm/too_many_{kind}" for kind in ("comms", "icomms", "comms2", "comms3", "icomms2")}

LEFT_OUT = REMOVED_API | ONE_SIDED | NO_LIMIT

# Mistakes of tests that would hide what they test: handles kept in int or used as labels of switch (a handle need not be an
# integer, MPI 5.0, 2.5.1), a message compared with MPI_REQUEST_NULL, MPI_DATATYPE_NULL as the type of a message, a
# type used after it was freed. And a barrier of threads that keeps a processor from those it waits for. File, pattern,
# replacement.
MENDS = [
    ("coll/nonblocking2.c", r"^int (\*(?:send|recv)types)", r"MPI_Datatype \1"),
    ("coll/nonblocking3.c", r"^( *)int (\*(?:send|recv)types)", r"\1MPI_Datatype \2"),
    ("threads/pt2pt/mt_probe_impl.c", r"(\*message != )MPI_REQUEST_NULL", r"\1MPI_MESSAGE_NULL"),
    ("datatype/indexed_misc.c", r"adisp\[1\] = 8 \* sizeof\(int\);", r"\g<0> types[0] = type;"),
    ("util/mtest_thread.c", r"num_left = \*cntP;\n\n.*unlock.*\n", r"\g<0>        sched_yield();\n"),
    ("part/nonblocking_pready.c", r"MPI_DATATYPE_NULL", r"MPI_INT"),
    ("datatype/pack_external.c", r"case (MPI_\w+):|switch \((\w+\.mpi_type)\)", lambda m: f"case (long) {m[1]}:" if m[1] else f"switch ((long) {m[2]})"),
]

# The suite's own library calls functions removed by MPI 3.0 under names of today, and MPI 4.1 took over what MPICH had as MPIX_.
RENAMED = {"MPI_Type_hvector": "MPI_Type_create_hvector", "MPI_Type_hindexed": "MPI_Type_create_hindexed"}
STANDARDISED = {f"MPIX_Delete_error_{what}": f"MPI_Remove_error_{what}" for what in ("class", "code", "string")}


@dataclasses.dataclass
class Test:
    directory: str
    program: str
    ranks: int
    arguments: list
    environment: dict
    limit: float
    judge: str  # '', TestStatus, TestErrFatal or TestStatusNoErrors: what the suite's own runner would look at
    pools: bool  # from the list that is generated for pools of random datatypes
    memory: float  # GB

    @property
    def name(self):
        return f"{self.directory}/{self.program}"

    @property
    def title(self):
        return " ".join([f"{self.name} {self.ranks}", *self.arguments, *(f"{k}={v}" for k, v in self.environment.items())])


def call(command, log, folder=None, environment=None):
    """Runs a command with its output appended to `log`; its exit code."""
    with open(log, "ab") as out:
        return subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                              env={**os.environ, **(environment or {})}).returncode


def fetch(folder):
    """Unpacks the source package `mpich` once, mends its tests, and returns its test/mpi."""
    with open(folder / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        suite = folder / "mpich/test/mpi"
        stamp = folder / "mpich/mended"
        mends = "\n".join(f"{path} {pattern}" for path, pattern, _ in MENDS)
        if stamp.exists() and stamp.read_text() == mends:
            return suite
        shutil.rmtree(folder / "mpich", ignore_errors=True)
        if subprocess.run([HERE.parent / "support/debian_source", "mpich", folder / "mpich"]).returncode:
            raise SystemExit("the suite's source cannot be had")
        for path, pattern, replacement in MENDS:
            text, count = re.subn(pattern, replacement, (suite / path).read_text(), flags=re.M)
            if count == 0:
                raise SystemExit(f"{suite / path} is not the file that MENDS in suite.py knows")
            (suite / path).write_text(text)
        stamp.write_text(mends)
        return suite


def configure(source, tree, mpi):
    """Configures the suite in `tree` for the compiler wrapper of `mpi`, strictly and in C only. Again when the wrapper moved."""
    stamp = tree / "configured"
    if stamp.exists() and stamp.read_text() == mpi.compiler:
        return
    tree.mkdir(parents=True, exist_ok=True)
    log = tree / "configure.log"
    log.unlink(missing_ok=True)
    options = ["--disable-fortran", "--disable-cxx", "--enable-threads=multiple", "--enable-strictmpi", "--disable-maintainer-mode",
               "--disable-perftest", "--disable-dependency-tracking"]
    wrappers = {"MPICC": mpi.compiler, "MPICXX": "false", "MPIF77": "false", "MPIFC": "false", "MPIEXEC": mpi.launcher[0]}
    if call([source / "configure", *options], log, tree, wrappers):
        raise SystemExit(f"the suite's configure failed, see {log}:\n{log.read_text()[-1500:]}")
    stamp.write_text(mpi.compiler)


def make(folder, targets, mpi, jobs):
    """Makes what can be made. The suite's own warnings are no concern of ours."""
    names = " ".join(f"-D{old}={new}" for old, new in mpi.renames.items())
    return call(["make", "-k", f"-j{jobs}", f"CFLAGS=-O1 -w {names}", *targets], folder / "make.log", folder)


def build(tree, tests, mpi, jobs):
    """Builds the programs of `tests`. One that cannot be built is missing afterwards: that is a failure of its test."""
    for helper in ("dtpools", "util"):
        if make(tree / helper, [], mpi, jobs):
            raise SystemExit(f"the suite's own library {helper} does not build, see {tree / helper}/make.log")
    for directory in dict.fromkeys(t.directory for t in tests):
        (tree / directory / "make.log").unlink(missing_ok=True)
        make(tree / directory, sorted({t.program for t in tests if t.directory == directory}), mpi, jobs)


def build_error(tree, test):
    """Why a program is missing: the compiler's words about its source."""
    log = tree / test.directory / "make.log"
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    about = [l for l in lines if re.search(rf"\b{test.program}\.c\b.*(error|undefined)", l) or (test.program in l and "***" in l)]
    return "\n".join(about[:4]) or "not built"


def read_list(path, directory, limit, pools):
    for line in path.read_text().splitlines():
        words = line.split("#")[0].split()
        if not words or words[0].startswith(("!", "@")):
            continue
        pairs = [w.split("=", 1) for w in words[2:] if "=" in w]
        own = [float(v) for k, v in pairs if k == "timeLimit"]
        environment = dict(v.split("=", 1) for k, v in pairs if k == "env")
        # A line that sets MPICH's own control variables repeats another one, or tests one of them.
        if f"{directory}/{words[0]}" in LEFT_OUT or any(v.startswith("MPIR_CVAR") for v in environment):
            continue
        judge = next((v for k, v in pairs if k == "resultTest"), "")
        ended = judge == "TestErrFatal" and own  # its point is that it is ended by its time limit
        yield Test(directory, words[0], int(words[1]) if len(words) > 1 else 2, [v for k, v in pairs if k == "arg"], environment,
                   own[0] if ended else max([limit, *own]), judge, pools, sum(float(v) for k, v in pairs if k == "mem"))


def tests(source, tree, directories, limit, pools):
    """Every test the suite lists for these directories, in its order; identical lines once."""
    found = {}
    for directory in directories:
        for name in ("testlist", "testlist.dtp")[: 2 if pools else 1]:
            path = next((p for p in (tree / directory / name, source / directory / name) if p.exists()), None)
            for test in read_list(path, directory, limit, name.endswith(".dtp")) if path else ():
                found.setdefault(test.title, test)
    return list(found.values())
