"""Other assistants' way in, tried with the protocol's own client."""

import json
import os
import socket
import sys
import threading
from pathlib import Path

import pytest
import uvicorn
from mcp import Client
from mcp.client.stdio import StdioServerParameters

from tests.web.apart import run_apart
from web.app import create_app
from web.commands.serve import uvicorn_config
from web.mcp import mcp_server

ROOT = Path(__file__).parents[2]
PROCEDURE = "2025-0357-nle"


@pytest.fixture(scope="module")
def server(register):
    return mcp_server(register)


def called(server, tool, **arguments):
    async def call():
        async with Client(server) as client:
            result = await client.call_tool(tool, arguments)
            assert not result.is_error, result.content
            return json.loads(result.content[0].text)

    return run_apart(call)


def test_every_tool_is_listed_with_what_it_does_and_that_it_changes_nothing(server):
    async def list_tools():
        async with Client(server) as client:
            return (await client.list_tools()).tools

    tools = run_apart(list_tools)
    assert [tool.name for tool in tools] == [
        "ask", "search_passages", "get_vote", "get_statement", "get_pool", "verify",
        "check_draft",
    ]  # fmt: skip
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools)


def test_an_answer_is_the_apis_and_verifies(server, answer):
    given = called(server, "ask", question="Who voted against?")
    assert given == answer
    assert called(server, "verify", answer=given)["holds"] is True


def test_passages_votes_statements_and_figures_are_given_with_their_places(server):
    found = called(server, "search_passages", query="herplaatsingen", limit=2)["items"]
    assert len(found) == 2
    assert found[0]["citation"]["quote"] == found[0]["text"]
    assert called(server, "get_vote", procedure=PROCEDURE, switches="HU:for")["hypothetical"] is True
    assert "solidari" in called(server, "get_statement", procedure=PROCEDURE, speaker="ES")["statements"][0]
    assert called(server, "get_pool", procedure=PROCEDURE)["claimed"]


def test_a_record_is_a_resource(server, register):
    async def read():
        async with Client(server) as client:
            return await client.read_resource("rollcall://records/cm-5563-1-25-rev-1")

    content = run_apart(read).contents[0]
    assert content.text == register.assistant().library.records[0].source.text


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("get_vote", {"procedure": "none"}),
        ("get_vote", {"procedure": PROCEDURE, "switches": "HU"}),
        ("get_pool", {"procedure": "none"}),
        ("ask", {}),
    ],
)
def test_what_cannot_be_is_an_error_and_not_the_end(server, tool, arguments):
    async def call():
        async with Client(server) as client:
            return await client.call_tool(tool, arguments)

    assert run_apart(call).is_error


def test_the_protocol_is_also_served_over_http(client):
    headers = {"Accept": "application/json, text/event-stream"}
    hello = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {
            "protocolVersion": "2025-06-18",
            "capabilities": {},
            "clientInfo": {"name": "test", "version": "1"},
        },
    }
    response = client.post("/mcp", json=hello, headers=headers)
    assert response.status_code == 200
    assert response.json()["result"]["serverInfo"]["name"] == "rollcall"


def asked_over(connection):
    """The tools, an answer, and whether it verifies, over a connection of the protocol's own client."""

    async def call():
        async with Client(connection) as client:
            tools = {tool.name for tool in (await client.list_tools()).tools}
            given = await client.call_tool("ask", {"question": "Who voted against?"})
            answer = json.loads(given.content[0].text)
            found = await client.call_tool("verify", {"answer": answer})
            resource = await client.read_resource("rollcall://records/cm-5563-1-25-rev-1")
            return tools, answer, json.loads(found.content[0].text)["holds"], resource.contents[0].text

    return run_apart(call)


def assert_answers(found, answer, register):
    tools, given, holds, text = found
    assert {"ask", "search_passages", "get_vote", "get_statement", "get_pool", "verify"} <= tools
    assert given == answer
    assert holds is True
    assert text == register.assistant().library.records[0].source.text


@pytest.mark.slow
def test_the_protocols_own_client_asks_over_standard_input_and_output(register, settings, answer):
    started = StdioServerParameters(
        command=sys.executable,
        args=["-m", "web", "mcp"],
        cwd=str(ROOT),
        env={**os.environ, "ROLLCALL_DATA": str(settings.data)},
    )
    assert_answers(asked_over(started), answer, register)


def test_the_protocols_own_client_asks_over_http(register, settings, answer):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn_config(create_app(register, settings), settings))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            address = f"http://127.0.0.1:{listening.getsockname()[1]}/mcp"
            assert_answers(asked_over(address), answer, register)
        finally:
            server.should_exit = True
            thread.join()
