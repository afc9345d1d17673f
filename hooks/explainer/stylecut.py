"""The style sheet of one page: the rules of the whole sheet that the page can use.

A rule goes if each of its selectors wants a class, an id or an element that neither the page nor
one of its scripts knows. Inside `:is(…)`, `:where(…)` and `:has(…)` one alternative must be
possible; names inside `:not(…)` and other functions do not count, so that a rule stays when in
doubt. What stays is in its order, without needless space. The parser is tinycss2's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import tinycss2  # type: ignore[import-untyped]

NESTING = {"media", "supports", "container", "layer"}
"""At-rules that hold rules; every other one is kept whole."""

ALTERNATIVES = {"is", "where", "has"}
"""Functions of selectors that match where one of their selectors does."""

_SKIP = {"skip_comments": True, "skip_whitespace": True}
_COMBINATOR = re.compile(r"\s*([>+~,])\s*")
_COLON = re.compile(r":\s+")


@dataclass(frozen=True, slots=True)
class Selector:
    """A selector: its text, the names it cannot do without, and lists of which one must match.

    Elements are named as `<p`, so that none is taken for a class.
    """

    text: str
    names: frozenset[str]
    choices: tuple[tuple[Selector, ...], ...] = ()

    def is_possible(self, known: frozenset[str]) -> bool:
        """Whether something with names that are known can match."""
        return self.names <= known and all(
            any(one.is_possible(known) for one in choice) for choice in self.choices
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with selectors and a body; an at-rule with rules; or another one, body alone."""

    body: str = ""
    selectors: tuple[Selector, ...] = ()
    at: str = ""
    rules: tuple[Rule, ...] = ()


def parse(sheet: str) -> tuple[Rule, ...]:
    """The rules of a style sheet, in order."""
    return _rules(tinycss2.parse_stylesheet(sheet, **_SKIP))


def _rules(nodes: Iterable[Any]) -> tuple[Rule, ...]:
    return tuple(_rule(node) for node in nodes)


def _rule(node: Any) -> Rule:  # noqa: ANN401  tinycss2 has no types
    if node.type == "error":
        message = f"the style sheet cannot be read near line {node.source_line}: {node.message}"
        raise ValueError(message)
    if node.type == "qualified-rule":
        return Rule(_body(node.content), _selectors(node.prelude))
    head = f"@{node.at_keyword}{_COLON.sub(':', tinycss2.serialize(node.prelude))}".rstrip()
    if node.content is None:
        return Rule(f"{head};")
    if node.lower_at_keyword in NESTING:
        return Rule(at=head, rules=_rules(tinycss2.parse_rule_list(node.content, **_SKIP)))
    return Rule(f"{head}{{{_body(node.content)}}}")


def _body(content: list[Any]) -> str:
    """Declarations without needless space; anything else between braces as it was written."""
    parts = tinycss2.parse_declaration_list(content, **_SKIP)
    if any(part.type != "declaration" for part in parts):
        return str(tinycss2.serialize(content)).strip()
    return ";".join(map(_declaration, parts))


def _declaration(part: Any) -> str:  # noqa: ANN401  tinycss2 has no types
    important = "!important" if part.important else ""
    return f"{part.name}:{tinycss2.serialize(part.value).strip()}{important}"


# --- selectors ------------------------------------------------------------------------------------


def _selectors(tokens: Iterable[Any]) -> tuple[Selector, ...]:
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return tuple(_selector(part) for part in parts)


def _selector(tokens: list[Any]) -> Selector:
    pairs = list(zip([None, *tokens], tokens, strict=False))
    names = {_name(before, token) for before, token in pairs} - {""}
    choices = [
        _selectors(token.arguments)
        for token in tokens
        if token.type == "function" and token.lower_name in ALTERNATIVES
    ]
    return Selector(_text(tokens), frozenset(names), tuple(choices))


def _name(before: Any, token: Any) -> str:  # noqa: ANN401  tinycss2 has no types
    """The class or id that a token asks for, or the element."""
    if token.type == "hash":
        return str(token.value)
    if token.type != "ident":
        return ""
    sign = "" if before is None else getattr(before, "value", "")
    if sign == ".":
        return str(token.value)
    return "" if sign == ":" else f"<{token.lower_value}"


def _text(tokens: list[Any]) -> str:
    """A selector without needless space; what stands in brackets or quotes as it was."""
    text = ""
    for token in tokens:
        written = token.serialize()
        text += written if token.type == "[] block" else _COMBINATOR.sub(r"\1", written)
    return _COMBINATOR.sub(r"\1", text).strip() if "[" not in text else text.strip()


# --- cutting --------------------------------------------------------------------------------------


def cut(rules: Iterable[Rule], known: frozenset[str]) -> str:
    """The sheet without the selectors that want a name which is not known."""
    return "".join(_cut(rule, known) for rule in rules)


def _cut(rule: Rule, known: frozenset[str]) -> str:
    if rule.at:
        inner = cut(rule.rules, known)
        return f"{rule.at}{{{inner}}}" if inner else ""
    if not rule.selectors:
        return rule.body
    kept = [one.text for one in rule.selectors if one.is_possible(known)]
    return f"{','.join(kept)}{{{rule.body}}}" if kept else ""
