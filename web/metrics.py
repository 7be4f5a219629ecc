"""The counters operators watch (Prometheus); labels come from closed sets, never from a client."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"})
_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


class Metrics:
    """One application's counters, kept in a registry of its own."""

    def __init__(self) -> None:
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
        self.snapshot = Gauge(
            "rollcall_snapshot_info", "The snapshot answers come from", ("id",), registry=self.registry
        )
        self.snapshot_age = Gauge(
            "rollcall_snapshot_age_seconds", "Since the snapshot was published", registry=self.registry
        )
        self.records = Gauge("rollcall_corpus_records", "Records in the snapshot", registry=self.registry)

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

    def note_snapshot(self, snapshot: str, records: int, age: float) -> None:
        """Say which snapshot is being served, and for how many seconds it has been there."""
        self.snapshot_age.set(age)
        self.snapshot.clear()
        self.snapshot.labels(snapshot).set(1)
        self.records.set(records)

    def exposition(self) -> bytes:
        """All counters in Prometheus' text format."""
        return generate_latest(self.registry)
