"""What a process gives up for ever before it evaluates the queries of strangers.

On Linux (x86-64 and ARM64) a seccomp filter refuses the system calls by which a process reaches the network, starts a
program or looks into another process; all of it without any privilege. Elsewhere that filter is missing, and only the
guard stands between a query and the network: run a public service on Linux. The limits of memory, files and time hold
wherever `resource` does.
"""

import ctypes
import errno
import os
import platform
import resource
import signal
import struct

_LINUX = platform.system() == "Linux"
_PR_SET_PDEATHSIG, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 1, 22, 38
_SECCOMP_MODE_FILTER = 2
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000
_X32_CALLS = 0x40000000
"""Numbers from here on name system calls of another ABI of x86-64, which would go around the filter."""

STACK = 8 << 20
"""What the stack of a process may grow to by default, in bytes; RLIMIT_DATA does not count it."""

_SIZE, _DATA = 0, 5
"""Fields of `/proc/self/statm`: the address space, and what of it is private and may be written."""

_ARCHITECTURES = {
    "x86_64": (0xC000003E, {"socket": 41, "execve": 59, "ptrace": 101, "execveat": 322, "io_uring_setup": 425}),
    "aarch64": (0xC00000B7, {"socket": 198, "execve": 221, "ptrace": 117, "execveat": 281, "io_uring_setup": 425}),
}


def die_with(parent: int) -> None:
    """End this process when the process `parent`, which forked it, ends; on Linux only."""
    if _LINUX:
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(0)


def isolation() -> str:
    """What keeps a query from the network on this platform: `seccomp`, or the `guard` alone."""
    return "seccomp" if _LINUX and platform.machine() in _ARCHITECTURES else "guard"


def close_network() -> bool:
    """Give up network, programs and other processes; whether this platform can. Threads started before keep theirs.

    OSError where the kernel refuses the filter.
    """
    if not _LINUX or platform.machine() not in _ARCHITECTURES:
        return False
    program = b"".join(_filter(*_ARCHITECTURES[platform.machine()]))
    code = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxQ", len(program) // 8, ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, header, 0, 0):
        raise OSError(ctypes.get_errno(), "the system call filter was refused")
    return True


def limit(memory_bytes: int, *, writes: bool = False) -> None:
    """Allow this process so much memory more than it has now, no core dump, and unless it writes no file contents.

    On Linux two limits hold it: the address space, and what of it may be written (RLIMIT_DATA). With the former alone
    it could fill besides what the allocator had only set aside before: up to 64 MiB for each thread that there was.
    """
    _lower(resource.RLIMIT_AS, used_memory() + memory_bytes)
    if _LINUX:
        _lower(resource.RLIMIT_DATA, _statm(_DATA) + memory_bytes - min(STACK, memory_bytes // 4))
    if not writes:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def used_memory() -> int:
    """The bytes of address space that this process uses; where the platform does not say, its largest real memory."""
    return _statm(_SIZE) if _LINUX else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _lower(kind: int, wanted: int) -> None:
    _, allowed = resource.getrlimit(kind)
    most = wanted if allowed == resource.RLIM_INFINITY else min(wanted, allowed)
    resource.setrlimit(kind, (most, most))


def _statm(field: int) -> int:
    """Bytes of this process, by a field of `/proc/self/statm`."""
    with open("/proc/self/statm", "rb", buffering=0) as file:  # noqa: PTH123 (asked after each query)
        return int(file.read(128).split()[field]) * resource.getpagesize()


def _filter(architecture: int, refused: dict[str, int]) -> list[bytes]:
    """The instructions (struct sock_filter: code, jump if true, jump if false, operand) of the filter."""
    checks = [_instruction(_IF_AT_LEAST, _X32_CALLS, if_true=len(refused) + 1)] + [
        _instruction(_IF_EQUAL, number, if_true=len(refused) - place) for place, number in enumerate(refused.values())
    ]
    return [
        _instruction(_LOAD, 4),  # the architecture of the call
        _instruction(_IF_EQUAL, architecture, if_true=1),
        _instruction(_RETURN, _KILL),
        _instruction(_LOAD, 0),  # the number of the call
        *checks,
        _instruction(_RETURN, _ALLOW),
        _instruction(_RETURN, _REFUSE),
    ]


def _instruction(code: int, operand: int, *, if_true: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_true, 0, operand)
