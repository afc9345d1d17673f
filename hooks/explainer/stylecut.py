"""The style sheet of one page: the rules of the whole sheet that the page can use.

A rule goes if each of its selectors wants a class or an id that neither the page nor one of its
scripts knows. Names inside `:not(…)`, `:is(…)` and `:has(…)` do not count, so that a rule stays
when in doubt; what stays, stays as it was written and in its order. The parser is tinycss2's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import tinycss2  # type: ignore[import-untyped]

NESTING = {"media", "supports", "container", "layer"}
"""At-rules that hold rules; every other one is kept whole."""


@dataclass(frozen=True, slots=True)
class Selector:
    """One selector of a rule: its text and the names it cannot do without."""

    text: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with selectors and a body; an at-rule with rules; or another one, body alone."""

    body: str = ""
    selectors: tuple[Selector, ...] = ()
    at: str = ""
    rules: tuple[Rule, ...] = ()


def parse(sheet: str) -> tuple[Rule, ...]:
    """The rules of a style sheet, in order."""
    return _rules(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))


def _rules(nodes: Iterable[Any]) -> tuple[Rule, ...]:
    return tuple(_rule(node) for node in nodes)


def _rule(node: Any) -> Rule:  # noqa: ANN401  tinycss2 has no types
    if node.type == "error":
        message = f"the style sheet cannot be read near line {node.source_line}: {node.message}"
        raise ValueError(message)
    if node.type == "qualified-rule":
        selectors = tuple(_selector(part) for part in _at_commas(node.prelude))
        return Rule(tinycss2.serialize(node.content), selectors)
    if node.lower_at_keyword in NESTING and node.content is not None:
        parts = {"skip_comments": True, "skip_whitespace": True}
        inner = _rules(tinycss2.parse_rule_list(node.content, **parts))
        return Rule(at=f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}", rules=inner)
    return Rule(node.serialize())


def _at_commas(tokens: Iterable[Any]) -> list[list[Any]]:
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _selector(tokens: list[Any]) -> Selector:
    pairs = zip([None, *tokens], tokens, strict=False)
    names = {token.value for before, token in pairs if _is_name(before, token)}
    return Selector(tinycss2.serialize(tokens).strip(), frozenset(names))


def _is_name(before: Any, token: Any) -> bool:  # noqa: ANN401  tinycss2 has no types
    if token.type == "hash":
        return True
    return token.type == "ident" and getattr(before, "value", "") == "."


def cut(rules: Iterable[Rule], known: frozenset[str]) -> str:
    """The sheet without the selectors that want a name which is not known."""
    return "".join(_cut(rule, known) for rule in rules)


def _cut(rule: Rule, known: frozenset[str]) -> str:
    if rule.at:
        inner = cut(rule.rules, known)
        return f"{rule.at}{{{inner}}}" if inner else ""
    if not rule.selectors:
        return rule.body
    kept = [one.text for one in rule.selectors if one.names <= known]
    return f"{','.join(kept)}{{{rule.body}}}" if kept else ""
