"""The files of deploy/ name what there is: paths, settings, versions, addresses, and time enough."""

import re
import shlex
import threading
import tomllib
from configparser import ConfigParser
from contextlib import closing
from fnmatch import fnmatch
from pathlib import Path

import pytest
import uvicorn
import yaml

from corpus.readers.isolation import WALL_SECONDS
from corpus.readers.kind import LARGEST
from tests.web.test_serve import connected, free_port
from web.app import create_app
from web.edge.drain import LAST_SECONDS
from web.server_settings import ServerSettings

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SETTINGS = {f"ROLLCALL_{name.upper()}" for name in ServerSettings.model_fields}
DOCKERFILE = [
    shlex.split(line, comments=True)
    for line in (DEPLOY / "Dockerfile").read_text("utf-8").replace("\\\n", " ").splitlines()
    if line and not line.startswith("#")
]
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
NGINX = re.sub(r"#.*", "", (DEPLOY / "nginx.conf").read_text("utf-8"))


def instructions(name):
    return [words[1:] for words in DOCKERFILE if words[0] == name]


def versions(file):
    found = re.findall(
        r"^([\w.-]+)(?:\[[\w,]+\])?==([^\s;\\]+)", (ROOT / file).read_text("utf-8"), re.MULTILINE
    )
    return {name.lower().replace("_", "-").replace(".", "-"): version for name, version in found}


@pytest.fixture(scope="module")
def unit():
    parser = ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read(DEPLOY / "rollcall.service", "utf-8")
    return parser["Service"]


def test_the_image_is_made_of_what_there_is_and_what_is_let_through():
    rules = [
        line for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line[:1] not in {"", "#"}
    ]
    allowed = [rule[1:] for rule in rules if rule.startswith("!")]
    assert rules[0] == "*"
    sources = [source for *copied, _target in instructions("COPY") for source in copied]
    assert sorted(sources) == sorted(allowed)
    assert [source for source in sources if not (ROOT / source).exists()] == []


def test_the_image_has_what_the_program_reads_beside_its_packages():
    assert ["docs/quality.md", "docs/quality.md"] in instructions("COPY")
    assert {"README.md", "LICENSE"} >= {PROJECT["project"]["readme"]}
    packages = {
        pattern.removesuffix("*") for pattern in PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]
    }
    assert {
        source for source, target in (c for c in instructions("COPY") if len(c) == 2) if source == target
    } >= packages


def test_the_image_pins_what_the_constraints_pin():
    commands = " ".join(word for words in instructions("RUN") for word in words)
    assert dict(re.findall(r"([\w-]+)==(\S+)", commands)) == {"torch": versions("constraints.txt")["torch"]}
    pinned = versions("constraints.txt") | dict(
        each.split("==") for each in PROJECT["build-system"]["requires"]
    )
    locked = versions("requirements.lock")
    assert {name: version for name, version in locked.items() if pinned.get(name) != version} == {}
    python = re.fullmatch(r"python:(\d+\.\d+)-slim", instructions("FROM")[0][0])[1]
    assert f"with Python {python}" in (ROOT / "requirements.lock").read_text("utf-8")


def test_the_image_starts_the_program_as_nobody_in_particular():
    assert instructions("CMD") == [["[rollcall,", "serve]"]]
    assert "rollcall" in PROJECT["project"]["scripts"]
    names = [words[0] for words in DOCKERFILE]
    assert instructions("USER") == [["rollcall"]]
    assert names.index("USER") > max(at for at, name in enumerate(names) if name == "RUN")
    written = dict(word.split("=", 1) for word in instructions("ENV")[0])
    assert {name for name in written if name.startswith("ROLLCALL_")} <= SETTINGS
    assert instructions("VOLUME") == [[written["ROLLCALL_DATA"]]]
    assert instructions("EXPOSE") == [[str(ServerSettings.model_fields["port"].default)]]


def test_the_health_check_of_the_image_is_answered(register, settings):
    text = (DEPLOY / "Dockerfile").read_text("utf-8")
    code = re.search(r'HEALTHCHECK .* CMD \["python", "-c", "(.+)"\]', text)[1]
    port = free_port()
    server = uvicorn.Server(
        uvicorn.Config(create_app(register, settings), port=port, log_config=None, ws="none")
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    with closing(connected(port)):
        exec(code.replace(":8000/", f":{port}/"), {})
    server.should_exit = True
    thread.join()


def test_the_composition_names_files_and_settings_that_there_are():
    ours, proxy = COMPOSE["services"]["rollcall"], COMPOSE["services"]["nginx"]
    build = DEPLOY / ours["build"]["context"]
    assert (build / ours["build"]["dockerfile"]).resolve() == DEPLOY / "Dockerfile"
    assert set(ours["environment"]) <= SETTINGS
    given = {name: re.sub(r"\$\{\w+:-(.*?)\}", r"\1", value) for name, value in ours["environment"].items()}
    ServerSettings(**{name.removeprefix("ROLLCALL_").lower(): value for name, value in given.items()})
    assert "127.0.0.1" in given["ROLLCALL_ALLOWED_HOSTS"].split()
    mounted = [volume.split(":")[0] for volume in proxy["volumes"]]
    assert [name for name in mounted if not (DEPLOY / name).is_file()] == []
    assert [volume.split(":")[0] for volume in ours["volumes"]] == list(COMPOSE["volumes"])
    assert proxy["depends_on"] == {"rollcall": {"condition": "service_healthy"}}


def test_who_is_stopped_has_time_to_finish(unit):
    assert float(COMPOSE["services"]["rollcall"]["stop_grace_period"].removesuffix("s")) > LAST_SECONDS
    assert float(unit["TimeoutStopSec"]) > LAST_SECONDS


def test_the_proxy_lets_through_what_the_server_takes_and_waits_as_long_as_it_may_take():
    assert NGINX.count("{") == NGINX.count("}")
    lines = [line.strip() for line in NGINX.splitlines() if line.strip()]
    assert [line for line in lines if line[-1] not in "{};"] == []
    value = dict(re.findall(r"(\w+) +([^;{}]+);", NGINX))
    assert int(value["client_max_body_size"].removesuffix("m")) * 1024 * 1024 == LARGEST
    assert float(value["proxy_read_timeout"].removesuffix("s")) > WALL_SECONDS
    assert f"server rollcall:{ServerSettings.model_fields['port'].default};" in NGINX
    assert "Host $http_host" in NGINX
    assert re.search(r"location = /metrics +\{ deny all; \}", NGINX)


def test_the_unit_starts_the_program_where_the_page_installs_it(unit):
    program = "/srv/rollcall/.venv/bin/rollcall"
    assert unit["ExecStart"] == f"{program} serve"
    assert unit["WorkingDirectory"] == program.partition("/.venv")[0]
    assert unit["User"] != "root"
    names = re.findall(r"(ROLLCALL_\w+)=(\S+)", unit["Environment"])
    assert {name for name, _ in names} <= SETTINGS
    assert dict(names)["ROLLCALL_DATA"] == f"/var/lib/{unit['StateDirectory']}"


def test_the_unit_leaves_the_reader_of_documents_its_own_namespaces(unit):
    """A document is read in a process that cuts itself off from the network by a namespace of its own."""
    assert "RestrictNamespaces" not in unit


def test_every_file_of_the_packages_is_installed_with_them():
    patterns = [*PROJECT["tool"]["setuptools"]["package-data"]["*"], "*.py", "babel.cfg"]
    left = [
        file.relative_to(ROOT).as_posix()
        for package in ("corpus", "index", "assistant", "web")
        for file in (ROOT / package).rglob("*")
        if file.is_file() and file.suffix != ".pyc" and not any(fnmatch(file.name, each) for each in patterns)
    ]
    assert left == []


def test_the_page_installs_as_the_image_does():
    page = (ROOT / "docs" / "deploy.md").read_text("utf-8")
    told = re.findall(r"^    (pip install .+)$", page, re.MULTILINE)
    index = dict(words[0].split("=", 1) for words in instructions("ARG"))["TORCH_INDEX"]
    done = [
        " ".join(
            command.replace("$TORCH_INDEX", index).replace("--no-cache-dir ", "").replace("-e .", ".").split()
        )
        for words in instructions("RUN")
        for command in " ".join(words).split("&&")
        if "pip install" in command
    ]
    assert told == done
