#!/bin/bash
# SPDX-License-Identifier: BSD-3-Clause
# check.sh CASE BUILD: one case of the installation tests. `prefix` installs BUILD and moves the tree to a path with a
# blank, so that every other case also shows that an installation may be moved.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
name=$1 build=$2
prefix="$build/install test/baton"
work="$build/install test/$name"

fail() { echo "FAILED: $*"; exit 1; }
skip() { echo "skipped: $*"; exit 77; }
need() { command -v "$1" >/dev/null || skip "no $1 (package $2)"; }
expect() { case $2 in *"$1"*) ;; *) fail "expected '$1' in: $2" ;; esac; }

# The program runs as a singleton and, where a launcher is there, as three ranks.
runs() {
  local out
  out=$(env -u LD_LIBRARY_PATH "$@") || fail "$* ended with $?"
  expect "rank 0 of 1, version 5.0" "$out"
  if command -v mpirun.openmpi >/dev/null; then
    out=$(env -u LD_LIBRARY_PATH mpirun.openmpi --oversubscribe -n 3 "$@") || fail "mpirun -n 3 $* ended with $?"
    expect "rank 0 of 3, sum 3, version 5.0" "$out"
  fi
}
linked_to_prefix() {
  local library
  library=$(ldd "$1" | sed -n 's/.*libmpi_abi.so.1 => \(.*\) (0x.*/\1/p')
  [ -n "$library" ] && [ "$(realpath "$library")" = "$(realpath "$prefix/lib/libmpi_abi.so.1")" ] ||
    fail "not linked to the prefix: $(ldd "$1")"
}

case_prefix() {
  rm -rf "$build/install test"
  cmake --install "$build" --prefix "$work/first" >"$build/install.log"
  mv "$work/first" "$prefix"
  local file
  for file in bin/mpicc bin/mpicxx bin/mpic++ bin/baton-info include/mpi.h include/baton/baton.hpp \
    share/baton/include/baton/baton.hpp lib/libbaton.so lib/libmpi_abi.so.1 \
    lib/libmpi_abi.so lib/pkgconfig/baton.pc lib/cmake/Baton/BatonConfig.cmake; do
    [ -e "$prefix/$file" ] || fail "not installed: $file"
  done
  ! grep -rIl --include='*.pc' --include='*.cmake' --include='mpi*' -e "$work" "$prefix" || fail "the first prefix is in these files"
}

case_wrapper_answers() {
  local mpicc="$prefix/bin/mpicc" dir
  expect "-I\"$prefix/include\"" "$("$mpicc" -showme:compile)"
  expect "-lmpi_abi" "$("$mpicc" -showme:link)"
  [ "$("$mpicc" -showme:incdirs)" = "$prefix/include" ] || fail incdirs
  [ "$("$mpicc" -showme:libdirs)" = "$prefix/lib" ] || fail libdirs
  [ "$("$mpicc" -showme:libs)" = mpi_abi ] || fail libs
  expect "Baton" "$("$mpicc" -showme:version)"
  expect "some-cc -I" "$("$mpicc" -cc=some-cc -show)"
  expect "some-cc -I" "$(BATON_CC=some-cc "$mpicc" -compile_info)"
  expect "some-cxx -I" "$(OMPI_CXX=some-cxx "$prefix/bin/mpicxx" -show x.cpp)"
  expect "-lmpi_abi" "$(MPICH_CC=some-cc "$mpicc" -link_info)"
  case $("$mpicc" -show -c x.c) in *-lmpi_abi*) fail "links although -c was given" ;; esac
  "$mpicc" --version >/dev/null || fail "--version"
  "$mpicc" -v 2>/dev/null || fail "-v must not link"
  ! "$mpicc" -showme:nothing 2>/dev/null || fail "an unknown question must fail"
  mkdir -p "$work" && ln -sf "$mpicc" "$work/mpicc"
  [ "$("$work/mpicc" -showme:libdirs)" = "$prefix/lib" ] || fail "through a symbolic link"
  dir=$(PATH="$prefix/bin:$PATH" mpicc -showme:libdirs)
  [ "$dir" = "$prefix/lib" ] || fail "through PATH"
}

case_wrapper_builds() {
  mkdir -p "$work" && cd "$work"
  "$prefix/bin/mpicc" -O1 "$here/hello.c" -o hello
  linked_to_prefix hello
  runs ./hello
  expect "rank 0 of 2, sum 1" "$(PATH="$prefix/bin:$PATH" mpiexec -n 2 ./hello)"
  [ "$(BATON_MPIEXEC=echo "$prefix/bin/mpiexec" x -n 2)" = "x -n 2" ] || fail "BATON_MPIEXEC"
  cp "$here/hello.c" hello.cpp
  "$prefix/bin/mpicxx" -O1 -c hello.cpp
  "$prefix/bin/mpicxx" hello.o -o hello_cxx
  runs ./hello_cxx
}

cmake_builds() {
  rm -rf "$work"
  cmake -G Ninja -S "$here/$1" -B "$work" -DHELLO="$here/hello.c" "${@:2}" >"$work.log" 2>&1 || { cat "$work.log"; fail configure; }
  cmake --build "$work" >>"$work.log" 2>&1 || { cat "$work.log"; fail build; }
  linked_to_prefix "$work/hello"
  linked_to_prefix "$work/hello_cxx"
  runs "$work/hello"
  runs "$work/hello_cxx"
}
case_find_mpi() { cmake_builds findmpi -DMPI_HOME="$prefix"; }
case_find_package() { cmake_builds package -DCMAKE_PREFIX_PATH="$prefix"; }

case_pkg_config() {
  need pkg-config pkg-config
  mkdir -p "$work" && cd "$work"
  export PKG_CONFIG_PATH="$prefix/lib/pkgconfig"
  eval "$CC $(pkg-config --cflags baton-mpi) '$here/hello.c' $(pkg-config --libs baton-mpi) -o hello"
  linked_to_prefix hello
  runs ./hello
  expect "-lbaton" "$(pkg-config --libs baton)"
}

case_autoconf() {
  need autoconf autoconf
  rm -rf "$work" && cp -r "$here/autoconf" "$work" && cp "$here/hello.c" "$work" && cd "$work"
  # configure does not take a compiler with a blank in its path: that is what a symbolic link is for.
  ln -s "$prefix" /tmp/baton-install-test.$$
  trap "rm -f /tmp/baton-install-test.$$" EXIT
  { autoconf && ./configure CC=/tmp/baton-install-test.$$/bin/mpicc && make; } >log 2>&1 || { cat log; fail "autoconf"; }
  grep -q "MPI_Init without a library... yes\|for MPI_Init... yes" log || { cat log; fail "configure did not find MPI_Init"; }
  runs ./hello
}

case_baton_info() {
  need mpirun.openmpi openmpi-bin
  expect "Baton" "$("$prefix/bin/baton-info" --version)"
  expect "BATON_EAGER_BYTES = 32K" "$(BATON_EAGER_BYTES=32K "$prefix/bin/baton-info" --parameters)"
  ! BATON_EAGER_BYTES=x "$prefix/bin/baton-info" --parameters >/dev/null || fail "a bad value must fail"
  expect "* lanes" "$("$prefix/bin/baton-info" --explain allreduce 64M --ranks 32 --nodes 4)"
  expect "* arena_at_once" "$("$prefix/bin/baton-info" --explain allreduce 8 --ranks 4)"
  expect "us  in shared memory" "$("$prefix/bin/baton-info" --explain allreduce 8 --ranks 4 | grep '^[*]')"
  expect "BATON_ALLREDUCE says so" "$(BATON_ALLREDUCE=ring "$prefix/bin/baton-info" --explain allreduce 64K)"
  ! "$prefix/bin/baton-info" --explain nothing 8 >/dev/null 2>&1 || fail "an unknown collective must fail"
  ! BATON_TUNING=/nowhere "$prefix/bin/baton-info" --explain bcast 8 >/dev/null 2>&1 || fail "a file that is not there must fail"
  expect "this process may run on" "$("$prefix/bin/baton-info" --topology)"
  expect "one rank alone" "$("$prefix/bin/baton-info" --launcher)"
  expect "PMIx" "$(mpirun.openmpi -n 1 "$prefix/bin/baton-info" --launcher)"
  "$prefix/bin/baton-info" >/dev/null || fail "without options"
}

# libbaton.so in one process with Open MPI's libmpi: no symbol of one is taken for the other's, and the native API works
# beside the other MPI's C API, whichever starts or ends first.
case_beside_another_mpi() {
  need mpicxx.openmpi libopenmpi-dev
  need pkg-config pkg-config
  mkdir -p "$work" && cd "$work"
  mpicc.openmpi -std=c11 "$here/beside.c" -Wl,--no-as-needed "$prefix/lib/libbaton.so" "-Wl,-rpath,$prefix/lib" -o beside
  ldd beside | grep libbaton.so >/dev/null || fail "libbaton.so is not linked"
  expect "Open MPI, sum 3" "$(mpirun.openmpi --oversubscribe -n 3 ./beside)"

  export PKG_CONFIG_PATH="$prefix/lib/pkgconfig"
  eval "OMPI_CXX=$CXX mpicxx.openmpi -std=c++20 -O1 $(pkg-config --cflags baton) '$here/beside.cpp' \
    $(pkg-config --libs baton) -o beside_native"
  local order ranks
  for order in mpi_starts.mpi_ends mpi_starts.baton_ends baton_starts.mpi_ends baton_starts.baton_ends; do
    for ranks in 2 4; do
      expect "Open MPI and Baton agree" "$(timeout 60 mpirun.openmpi --oversubscribe -n $ranks ./beside_native $order)"
    done
  done
}

# The native API by CMake package and by pkg-config, with the tutorial's program.
native_answers() {
  local out
  out=$(env -u LD_LIBRARY_PATH "$1") || fail "$1 ended with $?"
  expect "1 rank" "$out"
  need mpirun.openmpi openmpi-bin
  out=$(env -u LD_LIBRARY_PATH mpirun.openmpi --oversubscribe -n 3 "$1") || fail "mpirun -n 3 $1 ended with $?"
  expect "3 ranks" "$out"
}
case_native_api() {
  need pkg-config pkg-config
  # The page shows this very program.
  diff <(sed -n '/^```cpp$/,/^```$/p' "$here/../../docs/native_api.md" | sed -n '2,/^```$/p' | sed '$d') \
    <(sed 1d "$here/native/tutorial.cpp") || fail "docs/native_api.md does not show native/tutorial.cpp"
  rm -rf "$work"
  cmake -G Ninja -S "$here/native" -B "$work" -DCMAKE_PREFIX_PATH="$prefix" >"$work.log" 2>&1 || { cat "$work.log"; fail configure; }
  cmake --build "$work" >>"$work.log" 2>&1 || { cat "$work.log"; fail build; }
  native_answers "$work/tutorial"
  cd "$work"
  export PKG_CONFIG_PATH="$prefix/lib/pkgconfig"
  case $(pkg-config --cflags baton) in *"$prefix/include"*) fail "the native API's flags lead to mpi.h" ;; esac
  eval "$CXX -std=c++20 $(pkg-config --cflags baton) '$here/native/tutorial.cpp' $(pkg-config --libs baton) \
    -o by_pkg_config"
  native_answers ./by_pkg_config
}

case "$name" in
  prefix | wrapper_answers | wrapper_builds | find_mpi | find_package | pkg_config | autoconf | baton_info | beside_another_mpi | \
    native_api)
    "case_$name" ;;
  *) fail "unknown case $name" ;;
esac
echo "ok: $name"
