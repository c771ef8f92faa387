"""Load over HTTP: as many requests as a number of connections can carry, one after the other on each."""

import re
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

CONNECTIONS = 16

_SCRIPT = """
local paths = {%s}
local next = 0
request = function()
  next = next %% #paths + 1
  return wrk.format("GET", paths[next], {["Accept"] = "application/sparql-results+json"})
end
"""
_UNITS = {"us": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0}


@dataclass(frozen=True, slots=True)
class Load:
    """What a server did under load: requests a second, and the latency in seconds of half and of 99 in a hundred."""

    rate: float
    p50: float
    p99: float


def press(address: str, queries: Sequence[str], seconds: float) -> Load:
    """Ask the queries in turn over 16 connections by `wrk`; RuntimeError for any answer that is not 200."""
    paths = ", ".join(f'"/sparql?query={quote(text, safe="")}"' for text in queries)
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "requests.lua"
        script.write_text(_SCRIPT % paths, encoding="utf-8")
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds:g}s", "--latency", "--timeout", "30s"]
        said = subprocess.run([*command, "-s", str(script), address], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise RuntimeError(said)
    return Load(float(_found(r"Requests/sec:\s+([\d.]+)", said)), _latency("50", said), _latency("99", said))


def _latency(percent: str, said: str) -> float:
    number, unit = re.fullmatch(r"([\d.]+)(\w+)", _found(rf"\s{percent}%\s+(\S+)", said)).groups()  # type: ignore[union-attr]
    return float(number) * _UNITS[unit]


def _found(pattern: str, said: str) -> str:
    if (match := re.search(pattern, said)) is None:
        raise RuntimeError(f"wrk said: {said}")
    return match[1]
