"""The routes that the running service's own OpenAPI document tells of, with a request that fits each."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from typing_extensions import override

from tests.service import Service

Schema = Mapping[str, Any]  # a part of a JSON document
A_UUID = "019a0000-0000-4000-8000-000000000000"
METHODS = ("get", "put", "post", "delete", "patch")


@dataclass(frozen=True)
class Route:
    """One operation. `credential` is what it asks for: `session`, `api_key` or nothing; `body` fits its schema."""

    method: str
    path: str
    credential: str | None
    body: object
    query: dict[str, Any]  # of strings and numbers

    def filled(self, **ids: str) -> str:
        """The path with ids in it, by the names of its parameters; unknown ones get an id of nothing."""
        return re.sub(r"{(\w+)}", lambda name: ids.get(name[1], A_UUID), self.path)

    @property
    def has_id(self) -> bool:
        """Tell whether the path names something."""
        return "{" in self.path

    @override
    def __str__(self) -> str:
        """Spell it as a request."""
        return f"{self.method} {self.path}"


def document_of(service: Service) -> Schema:
    """Fetch the document of a service."""
    found: Schema = service.http.get("/schema/openapi.json").raise_for_status().json()
    return found


def routes_of(document: Schema) -> list[Route]:
    """List every route under /v1."""
    return [
        _route(document, method.upper(), path, item[method])
        for path, item in document["paths"].items()
        for method in METHODS
        if method in item and path.startswith("/v1/")
    ]


def _route(document: Schema, method: str, path: str, operation: Schema) -> Route:
    asked = operation.get("security") or [{}]
    credential = next(iter(asked[0]), None)
    content = operation.get("requestBody", {}).get("content", {})
    body = fitting(document, content["application/json"]["schema"]) if content else None
    query = {
        parameter["name"]: fitting(document, parameter["schema"])
        for parameter in operation.get("parameters", ())
        if parameter["in"] == "query" and parameter.get("required")
    }
    return Route(method, path, credential, body, query)


def fitting(document: Schema, schema: Schema) -> object:
    """The smallest value that fits a schema, as far as this document's schemas go."""
    while "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    if "enum" in schema:
        return schema["enum"][0]
    if "oneOf" in schema or "anyOf" in schema:
        return fitting(document, (schema.get("oneOf") or schema["anyOf"])[0])
    if schema["type"] == "object":
        fields = schema.get("properties", {})
        return {name: fitting(document, fields[name]) for name in schema.get("required", ())}
    if schema.get("minLength") == len(A_UUID):
        return A_UUID
    simple: Mapping[str, object] = {"string": "x" * 10, "boolean": False, "integer": schema.get("minimum", 0)}
    return simple[schema["type"]]
