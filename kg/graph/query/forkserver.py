"""The process that makes workers: it has imported the engine once, and forks in a millisecond or two.

It is started with a socket, and with 1 if it is to work in the background, else 0. Each byte that comes in carries a
file descriptor, the connection of a new worker. Each line that goes out is the process id of a worker that ended and
the signal that ended it (0 for none). When the socket closes it ends, and its workers with it.
"""

import gc
import os
import select
import signal
import socket
import sys
import traceback
from contextlib import suppress

from kg.graph.query import background, jail
from kg.graph.query.worker import work


def serve(control: socket.socket) -> None:
    """Fork workers until the owner hangs up; then end those that are left, and wait for them."""
    waker, woken = socket.socketpair()
    waker.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(waker.fileno(), warn_on_full_buffer=False)
    gc.freeze()
    workers = set[int]()
    ended = False
    while True:
        ready, _, _ = select.select([control, woken], [], [], 0 if ended else None)
        if woken in ready:
            woken.recv(4096)
            ended = True
        if control in ready:  # before all else, since somebody waits for it
            byte, descriptors, _, _ = socket.recv_fds(control, 1, 1)
            if not byte:
                break
            workers.add(_fork(socket.socket(fileno=descriptors[0]), control, waker, woken))
        elif ended and (end := _ended()) is not None:
            workers.discard(end[0])
            control.sendall(b"%d %d\n" % end)
        else:
            ended = False
    for process in workers:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def _fork(connection: socket.socket, *inherited: socket.socket) -> int:
    """Make a worker for the connection, and tell its process id; it keeps nothing else that is open here."""
    parent = os.getpid()
    if (process := os.fork()) > 0:
        connection.close()
        return process
    code, log = 1, os.fdopen(os.dup(2), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # the engine's last words are no message for people
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        jail.die_with(parent)
        for unneeded in inherited:
            unneeded.close()
        work(connection)
        code = 0
    except ConnectionError:
        code = 0  # the owner has hung up
    finally:
        if code:
            traceback.print_exc(file=log)
            log.flush()
        os._exit(code)


def _ended() -> tuple[int, int] | None:
    """A child that has ended: process id and signal; None where there is none.

    One at a time: to bury a process may take the kernel a good part of a second, where others look at `/proc`.
    """
    try:
        process, status = os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return None
    return (process, os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0) if process else None


if __name__ == "__main__":
    if int(sys.argv[2]):
        background.retreat(0)
    with suppress(ConnectionError):  # the owner has hung up while it was told something
        serve(socket.socket(fileno=int(sys.argv[1])))
