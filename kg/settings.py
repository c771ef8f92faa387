"""The settings: read once from the environment, frozen, complaining about everything at once."""

import os
from collections.abc import Mapping
from ipaddress import ip_network
from pathlib import Path
from typing import Any, Literal

from platformdirs import user_data_path
from pydantic import Field, NonNegativeInt, PositiveFloat, PositiveInt, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from kg.errors import ConfigError

PREFIX = "GDPR_KG_"

_HTTP = r"^https?://[^\s/]+\S*$"


def _default_data_dir() -> Path:
    return user_data_path("gdpr-enforcement-graph")


def _default_workers() -> int:
    return os.cpu_count() or 1


class Settings(BaseSettings):
    """Every setting; the variable of a field is its name in capitals after `GDPR_KG_`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    data_dir: Path = Field(
        default_factory=_default_data_dir,
        description="The folder that holds all that a running instance keeps: store, index, ledger.",
    )
    store: str | None = Field(
        None, pattern=_HTTP, description="The query address of a SPARQL 1.1 server that is used as the store."
    )
    store_update: str | None = Field(
        None, pattern=_HTTP, description="Its address for updates, where that is another one."
    )
    store_graphs: str | None = Field(
        None, pattern=_HTTP, description="Its address for the Graph Store HTTP Protocol, where it has one."
    )
    store_default_graph: str | None = Field(
        None,
        pattern=r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+$",
        description="The graph in which it keeps our default graph, where it has none of its own (Virtuoso).",
    )
    store_user: str | None = Field(None, description="The user to name to that server.")
    store_password: SecretStr | None = Field(None, description="The password of that user.")
    store_auth: Literal["basic", "digest"] = Field("basic", description="How that server asks for the password.")
    base_iri: str = Field(
        "https://w3id.org/gdpr-enforcement/id/",
        pattern=r"^https?://[^\s<>\"{}|\\^`]+/$",
        description="What the IRIs of things start with.",
    )
    ontology_extra: Path | None = Field(
        None, description="Turtle of your own, a file or a folder: more labels, authorities, organisations."
    )
    spacy_model: str | None = Field(
        None, description="An installed spaCy pipeline, or a folder with one, whose organisations are parties too."
    )
    workers: PositiveInt = Field(
        default_factory=_default_workers, description="Processes that extract while articles are ingested."
    )
    query_timeout: PositiveFloat = Field(10.0, description="The deadline of a query, in seconds.")
    query_workers: PositiveInt = Field(2, description="Queries of users that may last at the same time.")
    query_memory_mb: PositiveInt = Field(1024, description="Memory that one query may use, in MiB.")
    query_answer_mb: PositiveInt = Field(100, description="The largest answer to a query, in MiB.")
    query_rows: NonNegativeInt = Field(0, description="Rows that an answer of `/sparql` has at most; 0 for no limit.")
    licence: str = Field(
        "https://creativecommons.org/licenses/by/4.0/",
        pattern=r"^https?://[^\s<>\"{}|\\^`]+$",
        description="The licence of the data, as the description of the data names it.",
    )
    query_cpu: PositiveFloat = Field(10.0, description="Time of the processor that one query may use, in seconds.")
    query_length: PositiveInt = Field(32_768, le=65_536, description="Characters that a query may have.")
    query_tokens: PositiveInt = Field(4_000, le=10_000, description="Words and signs that a query may have.")
    query_depth: PositiveInt = Field(64, le=1_000, description="How deep the brackets of a query may nest.")
    write_timeout: PositiveFloat = Field(60.0, description="The deadline of an update or an upload, in seconds.")
    write_memory_mb: PositiveInt = Field(2048, description="Memory that one update or upload may use, in MiB.")
    upload_mb: PositiveInt = Field(50, description="The largest graph that may be sent, in MiB.")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="What the server logs.")
    log_format: Literal["auto", "json", "text"] = Field("auto", description="The form of the server's log.")
    metrics: Literal["local", "key", "off"] = Field("local", description="Who may see `/metrics`.")
    disk_free_mb: NonNegativeInt = Field(
        256, description="Room on the disk, in MiB, below which the server is not ready."
    )
    trusted_proxies: str = Field("", description="Addresses and networks of reverse proxies that are believed.")
    rate_limit: NonNegativeInt = Field(600, description="Requests a minute of a client without a key.")
    rate_limit_keyed: NonNegativeInt = Field(6000, description="Requests a minute of a key.")
    connections: PositiveInt = Field(2000, description="Connections that the server holds at a time.")

    @field_validator("trusted_proxies")
    @classmethod
    def _are_networks(cls, value: str) -> str:
        for network in filter(None, value.split(",")):
            ip_network(network.strip())
        return value


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings in `environ` (by default the process's own).

    Raises ConfigError naming every bad value and every unknown variable that starts with `GDPR_KG_`.
    """
    environ = os.environ if environ is None else environ
    given = {name: value for name, value in environ.items() if name.upper().startswith(PREFIX)}
    known = {PREFIX + name.upper(): name for name in Settings.model_fields}
    problems = [f"{name}: there is no such setting" for name in sorted(given) if name not in known]
    values: dict[str, Any] = {known[name]: value for name, value in given.items() if name in known}
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        problems += [f"{PREFIX}{str(row['loc'][0]).upper()}: {row['msg']}" for row in error.errors()]
    if problems:
        raise ConfigError("; ".join(problems))
    return settings
