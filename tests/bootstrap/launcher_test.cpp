// SPDX-License-Identifier: BSD-3-Clause
// Which launcher is seen in which environment, also in inherited ones.
#include "bootstrap/launcher.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bootstrap/bootstrap.hpp"
#include "bootstrap/pmix_library.hpp"
#include "environment.hpp"

namespace baton::bootstrap {
namespace {

using testing::environment_of;
using ::testing::HasSubstr;
using ::testing::StartsWith;

using Variables = std::map<std::string, std::string>;

const Variables pmix = {{"PMIX_RANK", "0"}, {"PMIX_NAMESPACE", "job"}, {"OMPI_COMM_WORLD_SIZE", "2"}};
const Variables pmi_fd = {{"PMI_FD", "7"}, {"PMI_RANK", "0"}, {"PMI_SIZE", "2"}};
const Variables step = {{"SLURM_PROCID", "1"}, {"SLURM_STEP_ID", "0"}, {"SLURM_STEP_NUM_TASKS", "4"}};

Variables both(Variables a, const Variables& b) {
  a.insert(b.begin(), b.end());
  return a;
}

TEST(Detect, nothing_means_singleton) { EXPECT_EQ(detect(environment_of({})).value(), Launcher::singleton); }

TEST(Detect, sees_each_launcher) {
  EXPECT_EQ(detect(environment_of(pmix)).value(), Launcher::pmix);
  EXPECT_EQ(detect(environment_of(pmi_fd, {7})).value(), Launcher::pmi_fd);
  EXPECT_EQ(detect(environment_of({{"PMI_PORT", "h1:33"}, {"PMI_ID", "0"}})).value(), Launcher::pmi_port);
}

TEST(Detect, in_an_allocation_the_inner_launcher_counts) {
  EXPECT_EQ(detect(environment_of(both(pmix, step))).value(), Launcher::pmix);
  EXPECT_EQ(detect(environment_of(both(pmi_fd, step), {7})).value(), Launcher::pmi_fd);
}

TEST(Detect, mpiexec_inside_a_pmix_shell_is_pmi) {
  EXPECT_EQ(detect(environment_of(both(pmix, pmi_fd), {7})).value(), Launcher::pmi_fd);
}

TEST(Detect, mpirun_inside_a_pmi_shell_is_pmix) {
  EXPECT_EQ(detect(environment_of(both(pmix, pmi_fd), {})).value(), Launcher::pmix);
}

TEST(Detect, a_step_without_pmi_is_an_error_that_names_the_option) {
  const auto launcher = detect(environment_of(step));
  ASSERT_FALSE(launcher.has_value());
  EXPECT_THAT(launcher.error().what, StartsWith("use `srun --mpi=pmix` or `srun --mpi=pmi2`"));
}

TEST(Detect, a_batch_script_is_a_singleton) {
  EXPECT_EQ(detect(environment_of({{"SLURM_PROCID", "0"}, {"SLURM_NTASKS", "4"}, {"SLURM_JOB_ID", "1"}})).value(),
            Launcher::singleton);
}

TEST(Detect, one_task_without_pmi_is_a_singleton) {
  Variables one = step;
  one["SLURM_STEP_NUM_TASKS"] = "1";
  EXPECT_EQ(detect(environment_of(one)).value(), Launcher::singleton);
}

TEST(Detect, a_closed_pmi_fd_of_a_larger_job_is_an_error) {
  const auto launcher = detect(environment_of(pmi_fd));
  ASSERT_FALSE(launcher.has_value());
  EXPECT_THAT(launcher.error().what, HasSubstr("BATON_LAUNCHER=singleton"));
}

TEST(Detect, open_mpi_without_pmix_is_an_error) {
  const auto launcher = detect(environment_of({{"OMPI_COMM_WORLD_SIZE", "3"}}));
  ASSERT_FALSE(launcher.has_value());
  EXPECT_THAT(launcher.error().what, HasSubstr("one of 3 processes"));
}

TEST(Detect, a_launcher_that_offers_no_known_interface_is_an_error_that_names_it) {
  for (const char* name : {"MV2_COMM_WORLD_SIZE", "JSM_NAMESPACE_SIZE"}) {
    const auto launcher = detect(environment_of({{name, "4"}}));
    ASSERT_FALSE(launcher.has_value()) << name;
    EXPECT_THAT(launcher.error().what, HasSubstr(std::string(name) + "=4"));
    EXPECT_LE(std::string(launcher.error().what).size(), 300U);
    EXPECT_EQ(detect(environment_of({{name, "1"}})).value(), Launcher::singleton);
    EXPECT_EQ(detect(environment_of(both(pmi_fd, {{name, "4"}}), {7})).value(), Launcher::pmi_fd);
  }
}

TEST(Detect, the_user_overrules) {
  EXPECT_EQ(detect(environment_of(both(step, {{"BATON_LAUNCHER", "singleton"}}))).value(), Launcher::singleton);
  EXPECT_EQ(detect(environment_of(both(both(pmix, pmi_fd), {{"BATON_LAUNCHER", "pmix"}}), {7})).value(),
            Launcher::pmix);
  EXPECT_EQ(detect(environment_of(both(pmix, {{"BATON_LAUNCHER", "auto"}}))).value(), Launcher::pmix);
  EXPECT_FALSE(detect(environment_of({{"BATON_LAUNCHER", "mpirun"}})).has_value());
}

TEST(Detect, every_refusal_is_short) {
  for (const auto& variables : {step, pmi_fd, Variables{{"OMPI_COMM_WORLD_SIZE", "3"}}}) {
    EXPECT_LE(std::string(detect(environment_of(variables)).error().what).size(), 300U);
  }
}

TEST(PmixLibrary, a_missing_library_names_the_remedy_first_and_the_paths_last) {
  const auto library = load_pmix_library(environment_of({{"BATON_PMIX_LIBRARY", "/nonexistent/libpmix.so.2"}}));
  ASSERT_FALSE(library.has_value());
  const std::string what = library.error().what;
  EXPECT_THAT(what, StartsWith("install libpmix2 or set BATON_PMIX_LIBRARY="));
  EXPECT_THAT(what, ::testing::EndsWith("/nonexistent/libpmix.so.2"));
  EXPECT_LE(what.size(), 300U);
}

TEST(ExitStatus, is_never_zero) {
  EXPECT_EQ(exit_status(42), 42);
  EXPECT_EQ(exit_status(0), 1);
  EXPECT_EQ(exit_status(256), 1);
  EXPECT_EQ(exit_status(-1), 255);
}

}  // namespace
}  // namespace baton::bootstrap
