// SPDX-License-Identifier: BSD-3-Clause
// Counts the system calls that the calling thread makes: a filter (seccomp) turns each into a signal, whose handler
// counts it and then makes it from the one place that the filter lets through. Needs no privilege and no other process.
#pragma once

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <ucontext.h>

#include <csignal>
#include <cstddef>
#include <cstdint>

#if defined(__x86_64__)

extern "C" long system_call_gate(long number, long a, long b, long c, long d, long e, long f);
extern "C" const char system_call_gate_end[];
// After the instruction, where the kernel says that the caller stands.
asm(".text\n"
    ".globl system_call_gate\n.hidden system_call_gate\n.type system_call_gate, @function\nsystem_call_gate:\n"
    "mov %rdi, %rax\nmov %rsi, %rdi\nmov %rdx, %rsi\nmov %rcx, %rdx\nmov %r8, %r10\nmov %r9, %r8\n"
    "mov 8(%rsp), %r9\nsyscall\n"
    ".globl system_call_gate_end\n.hidden system_call_gate_end\nsystem_call_gate_end:\nret\n");

namespace system_calls {

inline volatile long count = 0;
inline volatile long last = -1;  // the number of the last one

inline void on_call(int, siginfo_t*, void* context) {
  auto& registers = static_cast<ucontext_t*>(context)->uc_mcontext.gregs;
  const long number = registers[REG_RAX];
  count = count + 1;
  last = number;
  registers[REG_RAX] = system_call_gate(number, registers[REG_RDI], registers[REG_RSI], registers[REG_RDX],
                                        registers[REG_R10], registers[REG_R8], registers[REG_R9]);
}

/// From here on the calling thread's calls are counted; there is no way back. False: the system does not allow it.
inline bool watch() {
  struct sigaction action {};
  action.sa_sigaction = on_call;
  action.sa_flags = SA_SIGINFO;
  if (sigaction(SIGSYS, &action, nullptr) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
  const auto gate = reinterpret_cast<std::uintptr_t>(system_call_gate_end);
  const auto low = static_cast<std::uint32_t>(gate), high = static_cast<std::uint32_t>(gate >> 32);
  constexpr std::uint32_t at = offsetof(seccomp_data, instruction_pointer);
  const auto load = [](std::uint32_t from) { return sock_filter{BPF_LD | BPF_W | BPF_ABS, 0, 0, from}; };
  const auto unless = [](std::uint32_t value, std::uint8_t skip) {
    return sock_filter{BPF_JMP | BPF_JEQ | BPF_K, 0, skip, value};
  };
  sock_filter program[] = {
      load(at),
      unless(low, 3),
      load(at + 4),
      unless(high, 1),
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
      load(offsetof(seccomp_data, nr)),
      unless(SYS_rt_sigreturn, 1),
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_TRAP},
  };
  sock_fprog filter{sizeof program / sizeof program[0], program};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0;
}

}  // namespace system_calls

#else

namespace system_calls {
inline volatile long count = 0;
inline volatile long last = -1;
inline bool watch() { return false; }
}  // namespace system_calls

#endif
