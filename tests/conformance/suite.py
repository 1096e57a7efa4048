# SPDX-License-Identifier: BSD-3-Clause
"""MPICH's test suite as this folder needs it: its source package, its configured tree, its lists of tests, its programs.

Does not run a test and knows nothing of verdicts: that is `run`."""
import dataclasses
import fcntl
import os
import pathlib
import re
import subprocess
import tarfile

# Directories with tests of what Baton has; rma, io and spawn are added by name.
DIRECTORIES = ("attr comm coll datatype errhan errors/attr errors/coll errors/comm errors/datatype errors/group errors/pt2pt "
               "errors/topo group info init mpi_t part pt2pt threads/coll threads/comm threads/init threads/mpi_t threads/part "
               "threads/pt2pt topo").split()

# Lines that the suite marks strict=false and that call functions or constants removed by MPI 3.0 (MPI 5.0, chapter 19); its
# configure leaves them out for any MPI that is tested strictly. The other lines with strict=false are MPI by now and are run.
REMOVED_API = set("""datatype/lbub_oldapi datatype/transpose_pack_oldapi datatype/typename_oldapi datatype/indexed_misc_oldapi
    datatype/simple_size_extent_oldapi datatype/struct_no_real_types errhan/commcall_oldapi errors/datatype/type_extent_nullarg
    errors/datatype/type_lb_nullarg errors/datatype/type_ub_nullarg""".split())


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


def source_lists():
    """The machine's own apt sources, as deb-src, in apt's one-line and in its deb822 form."""
    lines, stanzas = [], []
    etc = pathlib.Path("/etc/apt")
    for path in [etc / "sources.list", *sorted((etc / "sources.list.d").glob("*.list"))]:
        if path.exists():
            lines += [re.sub(r"^deb(-src)?\b", "deb-src", l) for l in path.read_text().splitlines() if re.match(r"deb(-src)?\s", l)]
    for path in sorted((etc / "sources.list.d").glob("*.sources")):
        for stanza in re.split(r"\n\s*\n", path.read_text()):
            if re.search(r"^URIs:", stanza, re.M) and not re.search(r"^Enabled:\s*no", stanza, re.M | re.I):
                stanzas.append(re.sub(r"^Types:.*$", "Types: deb-src", stanza.strip(), flags=re.M))
    return "\n".join(dict.fromkeys(lines)) + "\n", "\n\n".join(stanzas) + "\n"


def fetch(cache):
    """Unpacks test/mpi of the source package `mpich` below `cache`, once, and returns that folder."""
    cache.mkdir(parents=True, exist_ok=True)
    with open(cache / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        found = sorted(cache.glob("mpich-*/test/mpi/configure"))
        if found:
            return found[0].parent
        apt = cache / "apt"
        for folder in ("parts", "lists/partial", "cache/archives/partial"):
            (apt / folder).mkdir(parents=True, exist_ok=True)
        lines, stanzas = source_lists()
        (apt / "parts/private.list").write_text(lines)
        (apt / "parts/private.sources").write_text(stanzas)
        options = [f"-oDir::Etc::SourceList={apt}/none", f"-oDir::Etc::SourceParts={apt}/parts", f"-oDir::State::Lists={apt}/lists",
                   f"-oDir::Cache={apt}/cache", "-oAPT::Sandbox::User=", "-q"]
        log = cache / "fetch.log"
        for command in (["update"], ["source", "--download-only", "--only-source", "mpich"]):
            if call(["apt-get", *options, *command], log, cache):
                raise SystemExit(f"apt-get {command[0]} failed:\n{log.read_text()[-2000:]}")
        [package] = cache.glob("mpich_*.orig.tar.*")
        with tarfile.open(package) as tar:
            tar.extractall(cache, [m for m in tar if m.name.split("/")[1:3] == ["test", "mpi"]])
        [found] = cache.glob("mpich-*/test/mpi/configure")
        return found.parent


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


def make(folder, targets, jobs):
    """Makes what can be made. The suite's own warnings are no concern of ours."""
    return call(["make", "-k", f"-j{jobs}", "CFLAGS=-O1 -w", *targets], folder / "make.log", folder)


def build(tree, tests, jobs):
    """Builds the programs of `tests`. One that cannot be built is missing afterwards: that is a failure of its test."""
    for helper in ("dtpools", "util"):
        if make(tree / helper, [], jobs):
            raise SystemExit(f"the suite's own library {helper} does not build, see {tree / helper}/make.log")
    for directory in dict.fromkeys(t.directory for t in tests):
        (tree / directory / "make.log").unlink(missing_ok=True)
        make(tree / directory, sorted({t.program for t in tests if t.directory == directory}), jobs)


def build_error(tree, test):
    """Why a program is missing: the compiler's words about its source."""
    log = tree / test.directory / "make.log"
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    about = [l for l in lines if re.search(rf"/{test.program}\.c\b.*(error|undefined)", l) or (test.program in l and "***" in l)]
    return "\n".join(about[:4]) or "not built"


def read_list(path, directory, limit, pools):
    for line in path.read_text().splitlines():
        words = line.split("#")[0].split()
        if not words or words[0].startswith(("!", "@")):
            continue
        pairs = [w.split("=", 1) for w in words[2:] if "=" in w]
        own = [float(v) for k, v in pairs if k == "timeLimit"]
        if f"{directory}/{words[0]}" in REMOVED_API:
            continue
        yield Test(directory, words[0], int(words[1]) if len(words) > 1 else 2, [v for k, v in pairs if k == "arg"],
                   dict(v.split("=", 1) for k, v in pairs if k == "env"), max([limit, *own]),
                   next((v for k, v in pairs if k == "resultTest"), ""), pools, sum(float(v) for k, v in pairs if k == "mem"))


def tests(source, tree, directories, limit, pools):
    """Every test the suite lists for these directories, in its order; identical lines once."""
    found = {}
    for directory in directories:
        for name in ("testlist", "testlist.dtp")[: 2 if pools else 1]:
            path = next((p for p in (tree / directory / name, source / directory / name) if p.exists()), None)
            for test in read_list(path, directory, limit, name.endswith(".dtp")) if path else ():
                found.setdefault(test.title, test)
    return list(found.values())
