"""What a reader's process can no longer ask for: no connection, no other program, no change of a file.

A filter over system calls (seccomp), which the process puts on itself for good before it reads the first
byte. Reading files stays possible, because modules and tables are loaded late. Where the system has no
such filter, or the machine is of another kind, there is none: then the limits remain.
"""

import ctypes
import errno
import platform
import struct
from dataclasses import dataclass

_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM
_NUMBER_AT, _MACHINE_AT, _SECOND_AT, _THIRD_AT = 0, 4, 24, 32
_WRITING = 0o1103  # O_WRONLY, O_RDWR, O_CREAT, O_TRUNC
_OTHER_NUMBERS = 0x40000000  # the same calls of x86-64 under a second set of numbers

Instruction = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Machine:
    """The numbers of a machine's system calls. ``opens`` are looked at by where their flags stand."""

    audit: int
    opens: tuple[tuple[int, int], ...]
    refused: tuple[int, ...]


MACHINES = {
    "x86_64": Machine(
        audit=0xC000003E,
        opens=((2, _SECOND_AT), (257, _THIRD_AT)),
        # socket connect accept sendto bind listen socketpair fork vfork execve kill truncate rename mkdir
        # rmdir creat link unlink symlink chmod chown lchown ptrace mknod mount
        # mkdirat mknodat fchownat unlinkat renameat linkat symlinkat fchmodat
        # process_vm_readv process_vm_writev renameat2 bpf execveat io_uring_setup openat2
        refused=(
            41, 42, 43, 44, 49, 50, 53, 57, 58, 59, 62, 76, 82, 83,
            84, 85, 86, 87, 88, 90, 92, 94, 101, 133, 165,
            258, 259, 260, 263, 264, 265, 266, 268,
            310, 311, 316, 321, 322, 425, 437,
        ),
    ),
    "aarch64": Machine(
        audit=0xC00000B7,
        opens=((56, _THIRD_AT),),
        # mknodat mkdirat unlinkat symlinkat linkat renameat mount truncate fchmodat fchownat ptrace kill
        # socket socketpair bind listen accept connect sendto execve
        # process_vm_readv process_vm_writev renameat2 bpf execveat io_uring_setup openat2
        refused=(
            33, 34, 35, 36, 37, 38, 40, 45, 53, 54, 117, 129,
            198, 199, 200, 201, 202, 203, 206, 221,
            270, 271, 276, 280, 281, 425, 437,
        ),
    ),
}  # fmt: skip


def shut_in() -> None:
    """Put the filter on this process, where that can be had.

    Raises: OSError where the system refuses it.
    """
    machine = MACHINES.get(platform.machine())
    if machine is None:
        return
    code = b"".join(struct.pack("HBBI", *each) for each in filter_for(machine))
    program = ctypes.create_string_buffer(code)
    told = struct.pack("HP", len(code) // 8, ctypes.addressof(program))
    system = ctypes.CDLL(None, use_errno=True)
    for call in ((_NO_NEW_PRIVILEGES, 1, 0, 0, 0), (_SECCOMP, _FILTER, told, 0, 0)):
        if system.prctl(*call) != 0:
            raise OSError(ctypes.get_errno(), "the system call filter is refused")


def filter_for(machine: Machine) -> tuple[Instruction, ...]:
    """The filter's program: each test that holds jumps to its last instruction, which refuses."""
    tests: list[Instruction] = [(_AT_LEAST, 1, 0, _OTHER_NUMBERS)]
    tests += [(_EQUAL, 1, 0, number) for number in machine.refused]
    for number, flags_at in machine.opens:
        # another call: pass over three; this one: look at its flags, then take the number up again
        tests += [(_EQUAL, 0, 3, number), (_LOAD, 0, 0, flags_at), (_ANY_BIT, 1, 0, _WRITING)]
        tests += [(_LOAD, 0, 0, _NUMBER_AT)]
    begin = ((_LOAD, 0, 0, _MACHINE_AT), (_EQUAL, 1, 0, machine.audit), (_RETURN, 0, 0, _ALLOW))
    body = ((_LOAD, 0, 0, _NUMBER_AT), *_aimed(tests))
    return (*begin, *body, (_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE))


def _aimed(tests: list[Instruction]) -> list[Instruction]:
    """The tests with the jumps of those that refuse counted out."""
    return [
        (code, len(tests) - place if held else 0, otherwise, value)
        for place, (code, held, otherwise, value) in enumerate(tests)
    ]
