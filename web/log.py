"""The log: one JSON object a line, in UTC, without questions, passages, tokens or file names."""

import logging
import sys

import structlog
from structlog.typing import Processor

_SHARED: tuple[Processor, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True, key="ts"),
    structlog.processors.dict_tracebacks,
)
_AS_JSON = structlog.processors.JSONRenderer(ensure_ascii=True)


def configure_log(level: int = logging.INFO) -> None:
    """Send every log entry to standard error as JSON, those of libraries as well."""
    structlog.configure(
        processors=[*_SHARED, _AS_JSON],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _AS_JSON],
            foreign_pre_chain=list(_SHARED),
        )
    )
    logging.basicConfig(handlers=[handler], level=max(level, logging.WARNING), force=True)
