# SPDX-License-Identifier: BSD-3-Clause
# Settings shared by the batch scripts, each of which may be overridden: sbatch --export=ALL,BATON_PREFIX=/opt/baton ...
# shellcheck shell=bash disable=SC2034
set -euo pipefail

# sbatch runs a copy of the script; the tree is where sbatch was called, or BATON_SOURCE.
BATON_SOURCE=${BATON_SOURCE:-${SLURM_SUBMIT_DIR:-$PWD}}
[ -f "$BATON_SOURCE/slurm/common.sh" ] || { echo "call sbatch in Baton's top folder or set BATON_SOURCE to it" >&2; exit 2; }
BATON_PREFIX=${BATON_PREFIX:-$BATON_SOURCE/build/prefix}  # where Baton is installed
BATON_RESULTS=${BATON_RESULTS:-$BATON_SOURCE/results}     # where tables go
BATON_MPI=${BATON_MPI:-pmix}                              # srun --mpi=: pmix or pmi2
BATON_WORK=${BATON_WORK:-$BATON_SOURCE/build/slurm}       # programs compiled by these scripts
# Names of ours, not of the library: a rank would warn of BATON_ variables that it does not know.
export -n BATON_SOURCE BATON_PREFIX BATON_RESULTS BATON_MPI BATON_WORK BATON_RANKS BATON_HALO_CELLS BATON_CG_CELLS

needs_prefix() {
  [ -x "$BATON_PREFIX/bin/mpicxx" ] || { echo "no Baton in $BATON_PREFIX: run slurm/build.sbatch or set BATON_PREFIX" >&2; exit 2; }
}

# launch RANKS PROGRAM...: as many nodes as the ranks fill.
launch() {
  local ranks=$1
  shift
  local per_node=$(((ranks + SLURM_JOB_NUM_NODES - 1) / SLURM_JOB_NUM_NODES))
  local nodes=$(((ranks + per_node - 1) / per_node))
  srun --mpi="$BATON_MPI" --nodes="$nodes" --ntasks="$ranks" --ntasks-per-node="$per_node" --kill-on-bad-exit=1 "$@"
}

# The rank counts of a scaling run: BATON_RANKS, else 1, 2, 4, ... up to the job's tasks.
rank_counts() {
  [ -z "${BATON_RANKS:-}" ] || { echo "${BATON_RANKS//,/ }"; return; }
  local ranks=1
  while [ "$ranks" -le "${SLURM_NTASKS:-1}" ]; do echo "$ranks"; ranks=$((ranks * 2)); done
}

# scaling strong|weak: every program at every rank count; one JSON line per value, kept in one file.
scaling() {
  needs_prefix
  make -C "$BATON_SOURCE/perf/bench" -s MPICXX="$BATON_PREFIX/bin/mpicxx" BUILD="$BATON_WORK" "$BATON_WORK/halo" "$BATON_WORK/cg"
  mkdir -p "$BATON_RESULTS"
  local out="$BATON_RESULTS/$1_scaling.${SLURM_JOB_ID:-0}.jsonl" ranks
  for ranks in $(rank_counts); do
    echo "=== $1 scaling, $ranks ranks"
    launch "$ranks" "$BATON_WORK/halo" --scaling "$1" ${BATON_HALO_CELLS:+--cells "$BATON_HALO_CELLS"} | tee -a "$out"
    launch "$ranks" "$BATON_WORK/cg" --scaling "$1" ${BATON_CG_CELLS:+--cells "$BATON_CG_CELLS"} | tee -a "$out"
  done
  echo "written: $out"
}
