// SPDX-License-Identifier: BSD-3-Clause
#include "bootstrap/launcher.hpp"

#include <sys/stat.h>

#include <charconv>
#include <cstdlib>
#include <string_view>

#include "base/text.hpp"

namespace baton::bootstrap {
namespace {

constexpr const char* alone = "to run alone, set BATON_LAUNCHER=singleton";

[[nodiscard]] bool pmi_fd_is_alive(const Environment& environment) {
  const std::int64_t fd = environment.number("PMI_FD", -1);
  return fd >= 0 && environment.is_socket(static_cast<int>(fd));
}

[[nodiscard]] Result<Launcher> detect_forced(const Environment& environment, std::string_view wanted) {
  if (wanted == "singleton") return Launcher::singleton;
  if (wanted == "pmix") return Launcher::pmix;
  if (wanted == "pmi") return environment.has("PMI_PORT") ? Launcher::pmi_port : Launcher::pmi_fd;
  return make_error(Code::invalid_argument, "set BATON_LAUNCHER to auto, pmix, pmi or singleton; it is \"{}\"", wanted);
}

/// No launcher that we can talk to: is this process nevertheless one of many?
[[nodiscard]] Status check_alone(const Environment& environment) {
  const std::int64_t pmi_size = environment.number("PMI_SIZE", 1);
  if (pmi_size > 1) {
    return make_error(Code::refused,
                      "start this program directly under mpiexec or srun: PMI_SIZE={} is set, but PMI_FD={} is no open "
                      "socket (a wrapper "
                      "closed it, or a rank started this process); {}",
                      pmi_size, environment.text("PMI_FD"), alone);
  }
  const std::int64_t ompi_size = environment.number("OMPI_COMM_WORLD_SIZE", 1);
  if (ompi_size > 1) {
    return make_error(
        Code::refused,
        "use an mpirun built with PMIx (Open MPI 3 or later) and let PMIX_RANK and PMIX_NAMESPACE through: "
        "OMPI_COMM_WORLD_SIZE={} says that this is one of {} processes; {}",
        ompi_size, ompi_size, alone);
  }
  // Launchers whose own way to exchange addresses Baton does not speak.
  // MPI_LOCALNRANKS: hydra's, when something between it and this process took the rest away.
  for (const char* name : {"MV2_COMM_WORLD_SIZE", "JSM_NAMESPACE_SIZE", "MPI_LOCALNRANKS"}) {
    const std::int64_t size = environment.number(name, 1);
    if (size <= 1) continue;
    return make_error(Code::refused,
                      "use a launcher that offers PMIx, PMI-1 or PMI-2 (mpirun, mpiexec.hydra, srun --mpi=pmix): {}={} "
                      "says that this is one of {} processes, without any of these; {}",
                      name, size, size, alone);
  }
  // A batch script has SLURM_PROCID=0 too; only processes that srun started have the step's task count.
  const std::int64_t tasks = environment.number("SLURM_STEP_NUM_TASKS", 1);
  if (tasks > 1 && environment.has("SLURM_PROCID") && environment.has("SLURM_STEP_ID")) {
    return make_error(
        Code::refused,
        "use `srun --mpi=pmix` or `srun --mpi=pmi2`: this is task {} of {} in a SLURM step without either; {}",
        environment.text("SLURM_PROCID"), tasks, alone);
  }
  return {};
}

}  // namespace

std::string Environment::text(const char* name) const {
  const char* value = variable(name);
  return value == nullptr ? "" : value;
}

std::int64_t Environment::number(const char* name, std::int64_t otherwise) const {
  const std::string value = text(name);
  std::int64_t result = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
  return !value.empty() && error == std::errc{} && end == value.data() + value.size() ? result : otherwise;
}

Environment process_environment() {
  return {
      [](const char* name) -> const char* { return std::getenv(name); },
      [](int fd) {
        struct stat status {};
        return ::fstat(fd, &status) == 0 && S_ISSOCK(status.st_mode);
      },
  };
}

Result<Launcher> detect(const Environment& environment) {
  const std::string wanted = environment.text("BATON_LAUNCHER");
  if (!wanted.empty() && wanted != "auto") return detect_forced(environment, wanted);

  // mpirun closes the descriptors of what it starts, and a fork passes them on: an open one belongs to the nearest
  // launcher.
  if (pmi_fd_is_alive(environment)) return Launcher::pmi_fd;
  if (environment.has("PMIX_RANK") && environment.has("PMIX_NAMESPACE")) return Launcher::pmix;
  if (environment.has("PMI_PORT") && environment.has("PMI_ID")) return Launcher::pmi_port;
  if (auto status = check_alone(environment); !status) return status.error();
  return Launcher::singleton;
}

}  // namespace baton::bootstrap
