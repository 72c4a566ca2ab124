"""Writes the wire's types for the chat: reads the service's OpenAPI document on stdin, writes TypeScript on stdout.

curl -s http://127.0.0.1:8000/schema/openapi.json | python widgets/build/wire_types.py > widgets/customer/types.ts
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from typing import Any

HEAD = "/** The wire as the service's OpenAPI document has it; made by build/wire_types.py, never by hand. */\n"
LONGEST = 90
PREFIX = "#/components/schemas/"
SIMPLE = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}

Schema = Mapping[str, Any]


def written(document: Schema) -> str:
    """Return every type that customers' routes and events speak of, by name."""
    schemas: dict[str, Schema] = document["components"]["schemas"]
    routes = [item for path, item in document["paths"].items() if _is_customers(path)]
    wanted = set(_reached(schemas, [*routes, {"$ref": f"{PREFIX}EventData"}]))
    names = _names(wanted)
    return HEAD + "".join(
        _declared(names, names[name], schemas[name]) for name in sorted(wanted, key=names.__getitem__)
    )


def _is_customers(path: str) -> bool:
    return path.startswith("/v1/") and not path.startswith("/v1/operator")


def _reached(schemas: Mapping[str, Schema], from_here: object) -> Iterator[str]:
    """Yield the names of all schemas that something refers to, directly or through others."""
    seen: set[str] = set()
    left = [from_here]
    while left:
        part = left.pop()
        if isinstance(part, dict):
            name = str(part.get("$ref", "")).removeprefix(PREFIX)
            if name and name not in seen:
                seen.add(name)
                yield name
                left.append(schemas[name])
            left += part.values()
        elif isinstance(part, list):
            left += part


def _names(wanted: set[str]) -> dict[str, str]:
    """Give each schema its short name where no other has it: `sessions_ContactOut` is `ContactOut`."""
    short = {name: name.rpartition("_")[2] for name in wanted}
    return {name: name if list(short.values()).count(short[name]) > 1 else short[name] for name in wanted}


def _declared(names: Mapping[str, str], name: str, schema: Schema) -> str:
    """Write one type with its sentence."""
    said = f"/** {schema['description']} */\n" if "description" in schema else ""
    if schema.get("type") != "object" or "properties" not in schema:
        return f"\n{said}export type {name} ={_broken(_type(names, schema))};\n"
    required = schema.get("required", ())
    fields = "".join(
        f"  readonly {_key(key)}{'' if key in required else '?'}: {_type(names, body)};\n"
        for key, body in schema["properties"].items()
    )
    return f"\n{said}export interface {name} {{{chr(10) + fields if fields else ''}}}\n"


def _broken(union: str) -> str:
    """Break a union that is too long for one line."""
    return f" {union}" if len(union) <= LONGEST else "".join(f"\n  | {part}" for part in union.split(" | "))


def _key(key: str) -> str:
    return key if re.fullmatch(r"\w+", key) else json.dumps(key)


def _type(names: Mapping[str, str], schema: Schema) -> str:
    """Write a type as it stands in a field."""
    if "$ref" in schema:
        return names[schema["$ref"].removeprefix(PREFIX)]
    if "const" in schema or "enum" in schema:
        return " | ".join(json.dumps(value) for value in schema.get("enum", [schema.get("const")]))
    for union in ("oneOf", "anyOf"):
        if union in schema:
            return " | ".join(_type(names, part) for part in schema[union])
    kind = schema.get("type")
    if isinstance(kind, list):
        return " | ".join(_type(names, {**schema, "type": one}) for one in kind)
    if kind == "array":
        return f"readonly {_grouped(_type(names, schema.get('items', {})))}[]"
    return SIMPLE.get(kind, "unknown") if kind != "object" else "Readonly<Record<string, unknown>>"


def _grouped(text: str) -> str:
    return f"({text})" if " " in text else text


if __name__ == "__main__":
    sys.stdout.write(written(json.load(sys.stdin)))
