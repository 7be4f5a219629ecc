"""The counters operators watch (Prometheus); labels come from closed sets, never from a client.

Where several processes answer, each counts into files of one folder, and whichever is asked tells the sum of
all of them, those that ended included.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

from prometheus_client import CollectorRegistry, Counter, Histogram, Metric, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

SHARED_FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # prometheus_client reads it when it is imported
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"})
_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


def fresh_folder(data: Path, port: int) -> Path:
    """The folder that the processes at a port count into, emptied of what earlier ones counted."""
    folder = data / "metrics" / str(port)
    rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


class SnapshotTold(Collector):
    """What is served at the moment: the same in every process, so told by the one that is asked."""

    def __init__(self) -> None:
        self._id, self._records, self._age = "", 0, 0.0

    def note(self, snapshot: str, records: int, age: float) -> None:
        """Say which snapshot is being served, and for how many seconds it has been there."""
        self._id, self._records, self._age = snapshot, records, age

    def collect(self) -> Iterator[Metric]:
        """The gauges, for prometheus_client."""
        info = GaugeMetricFamily("rollcall_snapshot_info", "The snapshot answers come from", labels=("id",))
        info.add_metric((self._id,), 1)
        yield info
        yield GaugeMetricFamily(
            "rollcall_snapshot_age_seconds", "Since the snapshot was published", self._age
        )
        yield GaugeMetricFamily("rollcall_corpus_records", "Records in the snapshot", self._records)


class Metrics:
    """One application's counters, kept in a registry of its own."""

    def __init__(self) -> None:
        self.snapshot = SnapshotTold()
        self._of_the_moment = CollectorRegistry()
        self._of_the_moment.register(self.snapshot)
        self.registry = CollectorRegistry()
        self.requests = Histogram(
            "http_server_request_duration_seconds",
            "Time to answer a request",
            ("method", "route", "status"),
            registry=self.registry,
            buckets=_BUCKETS,
        )
        self.answers = Counter(
            "rollcall_answers",
            "Questions answered",
            ("status", "reason"),
            registry=self.registry,
        )
        self.answer_seconds = Histogram(
            "rollcall_answer_duration_seconds",
            "Time to answer a question",
            ("intent", "stage"),
            registry=self.registry,
            buckets=_BUCKETS,
        )
        self.ingests = Counter("rollcall_ingests", "Records received", ("outcome",), registry=self.registry)
        self.auth_failures = Counter("rollcall_auth_failures", "Refused tokens", registry=self.registry)
        self.csp_reports = Counter("rollcall_csp_reports", "Policy violations", registry=self.registry)

    def note_request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request under its route's template."""
        method = method if method in _METHODS else "other"
        self.requests.labels(method, route, str(status)).observe(seconds)

    def note_answer(self, *, status: str, reason: str | None) -> None:
        """Count one answered question."""
        self.answers.labels(status, reason or "").inc()

    def note_stage(self, intent: str, stage: str, seconds: float) -> None:
        """Count how long a stage took: ``conclude`` an answer, ``write`` it, or ``recall`` it from memory."""
        self.answer_seconds.labels(intent, stage).observe(seconds)

    def exposition(self) -> bytes:
        """All counters in Prometheus' text format."""
        counted = self.registry
        if SHARED_FOLDER in os.environ:
            counted = CollectorRegistry()
            MultiProcessCollector(counted)  # type: ignore[no-untyped-call]  # not typed by prometheus_client
        return generate_latest(counted) + generate_latest(self._of_the_moment)
