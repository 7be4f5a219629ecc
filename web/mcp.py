"""Rollcall for other assistants (Model Context Protocol): ask, search, and read instead of guessing.

Every tool gives the API's own objects, so that what is cited there can be verified here.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from http import HTTPStatus

from mcp.server.mcpserver import MCPServer
from mcp.server.transport_security import TransportSecuritySettings
from mcp.types import ToolAnnotations
from starlette.applications import Starlette
from starlette.types import Receive, Scope, Send

from assistant.counting.tally_document import tally_document
from assistant.filters import Filters
from assistant.keeping.register import Register
from web.answer_document import answer_document
from web.check_document import LONGEST, check_document, checked
from web.errors import RequestProblem
from web.passage_document import found_passages
from web.pool_document import pool_document
from web.switch import read_switches
from web.verification_document import verification_document, verified

INSTRUCTIONS = (
    "Rollcall answers from the Council of the EU's written-procedure notices. Quote its claims with "
    "their citations; a claim of kind 'claimed' is what a Member State says, not a fact; 'not_found' "
    "means that the records do not hold it."
)
_READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
Document = Mapping[str, object]


class Tools:
    """What an assistant may call; each call sees one snapshot."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def ask(self, question: str, language: str | None = None) -> Document:
        """Answer a question about votes, statements and figures, every claim cited to a record."""
        return answer_document(self._register.assistant().ask(question[:2000], language=language))

    def search_passages(self, query: str, limit: int = 5) -> Document:
        """Find passages of the records that speak of something, each with its citation."""
        found = found_passages(
            self._register.assistant(), query[:2000], filters=Filters(), limit=max(1, min(limit, 50))
        )
        return {"items": found}

    def get_vote(self, procedure: str, switches: str = "") -> Document:
        """Give a procedure's vote under each reading; `switches` such as "HU:for" make it a what-if."""
        library = self._register.assistant().library
        return tally_document(library.readings(procedure, read_switches(switches)))

    def get_statement(self, procedure: str, speaker: str) -> Document:
        """Give the text of a Member State's (ISO code) or the Commission's statement in a procedure."""
        found = self._register.assistant().library.procedure(procedure)
        spans = [s.span for s in found.record.statements if speaker in s.speakers]
        texts = [found.record.source.quote(span) for span in spans]
        return {"procedure": procedure, "record": found.record.id, "speaker": speaker, "statements": texts}

    def get_pool(self, procedure: str) -> Document:
        """Give the solidarity pool figures of a procedure: as claimed, and as computed with their working."""
        return pool_document(self._register.assistant().library.pool(procedure))

    def verify(self, answer: dict[str, object]) -> Document:
        """Check an answer given by `ask` against the records: quotations, spans, hashes, computations."""
        return verification_document(verified(self._register.assistant(), answer))

    def check_draft(self, text: str, language: str | None = None, procedure: str | None = None) -> Document:
        """Check a draft text: each claim supported, derived or misattributed, contradicted, not checkable."""
        assistant = self._register.assistant()
        return check_document(checked(assistant, text[:LONGEST], language=language, procedure=procedure))

    def record_text(self, id_: str) -> str:
        """The text of a record or of a reference note, as it is cited."""
        return self._register.assistant().library.source(id_).text.text


def mcp_server(register: Register) -> MCPServer:
    """The tools and resources over a register."""
    tools = Tools(register)
    server: MCPServer = MCPServer(
        "rollcall", title="Rollcall", instructions=INSTRUCTIONS, log_level="WARNING"
    )
    for tool in (
        tools.ask, tools.search_passages, tools.get_vote, tools.get_statement, tools.get_pool, tools.verify,
        tools.check_draft,
    ):  # fmt: skip
        server.add_tool(tool, annotations=_READS)
    server.resource("rollcall://records/{id_}", title="Record", mime_type="text/plain")(tools.record_text)
    return server


class ProtocolEndpoint:
    """`/mcp`: the protocol over HTTP, one request, one response, no sessions to keep."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._protocol: Starlette | None = None

    @asynccontextmanager
    async def life(self, _app: object) -> AsyncIterator[None]:
        """Serve the protocol as long as the server lives; each life has a fresh one."""
        protocol = mcp_server(self._register).streamable_http_app(
            stateless_http=True,
            json_response=True,
            transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
        )
        async with protocol.router.lifespan_context(protocol):
            self._protocol = protocol
            yield
        self._protocol = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request of the protocol; hosts and origins were checked at the edge."""
        if self._protocol is None:
            raise RequestProblem(HTTPStatus.SERVICE_UNAVAILABLE, "the protocol is not being served")
        await self._protocol(scope, receive, send)
