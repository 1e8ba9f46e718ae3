"""A GraphQL request ─▶ a prepared operation, found in the cache when the same was asked before.

What is prepared depends on the viewer class, the document, the operation's name and the shape of the variables; never
on their values. `bind` puts the values in.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from graphql import (
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    execute_sync,
    get_variable_values,
    type_from_ast,
)
from graphql.language import DocumentNode

from engagegraph.errors import Failure
from engagegraph.model import Limits, Model
from engagegraph.query.cypher import PageSlot, Statement
from engagegraph.query.document import Collector, Document, read_document
from engagegraph.query.emit import emit
from engagegraph.query.ids import cursor_invalid, decode_cursor
from engagegraph.query.ir import Constant, Operation
from engagegraph.query.params import CONVERSIONS, leaf_value
from engagegraph.query.plan import Planner
from engagegraph.query.runtime import NAMES
from engagegraph.query.search import Vocabulary, called
from engagegraph.query.symbolic import from_variable, shape_of


@dataclass(frozen=True, slots=True)
class Prepared:
    """An operation ready to be bound and sent; `introspection` holds the root keys that the schema itself answers."""

    plan: Operation
    statement: Statement
    shape: Callable[[list[Any], dict[str, Any], dict[str, Any]], dict[str, Any]]
    constants: dict[str, Any]
    introspection: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """Values put in: `parameters` go to the database, `local` to the shaper."""

    prepared: Prepared
    parameters: dict[str, Any]
    local: dict[str, Any]
    constants: dict[str, Any]


@dataclass(slots=True)
class _Entry:
    """A document in the cache, with what was prepared from it by operation name and shape of variables."""

    document: Document
    prepared: OrderedDict[Hashable, Prepared] = field(default_factory=OrderedDict)


class Preparer:
    """Prepares operations for one viewer class; holds at most `capacity` documents and `capacity` shapes of each."""

    def __init__(self, model: Model, viewer: str, schema: GraphQLSchema, limits: Limits, capacity: int = 512) -> None:
        self.model = model
        self.viewer = viewer
        self.schema = schema
        self.limits = limits
        self._capacity = capacity
        vocabulary = Vocabulary.of(model)
        self._conversions: Mapping[str, Callable[[Any], Any]] = {
            **CONVERSIONS,
            "lucene": vocabulary.query,
            "begun": vocabulary.begun,
            "called": partial(called, model),
        }
        self._documents: OrderedDict[str, _Entry] = OrderedDict()

    def prepare(self, text: str, variables: Mapping[str, Any], operation_name: str | None) -> Bound:
        """Return the operation bound to `variables`.

        Raises `ExceptionGroup` of `GraphQLError`s for a document or variables that are not valid, `Failure` for what
        the schema cannot forbid (a cursor of another list, a page too large).
        """
        entry = self._document(text)
        operation = self._operation(entry, operation_name)
        coerced, shape = self._variables(operation, variables)
        key = (operation_name, shape)
        prepared = entry.prepared.get(key)
        if prepared is None:
            prepared = self._prepare(entry.document, operation, coerced)
            _remember(entry.prepared, key, prepared, self._capacity)
        return self._bind(prepared, entry.document, operation, coerced, variables)

    def _document(self, text: str) -> _Entry:
        entry = self._documents.get(text)
        if entry is None:
            entry = _Entry(read_document(self.schema, text, self.limits))
            _remember(self._documents, text, entry, self._capacity)
        else:
            self._documents.move_to_end(text)
        return entry

    def _operation(self, entry: _Entry, name: str | None) -> OperationDefinitionNode:
        try:
            operation = entry.document.operation(name)
        except GraphQLError as error:
            raise ExceptionGroup("no operation", [error]) from None
        if operation.operation is not OperationType.QUERY:
            raise ExceptionGroup(
                "no query", [GraphQLError(f"The schema has no {operation.operation.value}.", operation)]
            )
        return operation

    def _variables(
        self, operation: OperationDefinitionNode, given: Mapping[str, Any]
    ) -> tuple[dict[str, Any], Hashable]:
        definitions = operation.variable_definitions or ()
        if not definitions:
            return {}, ()
        if weigh(given, self.limits.variable_values) > self.limits.variable_values:
            hint = f"at most {self.limits.variable_values} values and keys"
            raise Failure.of("LIMIT_VARIABLES", "the variables hold too much", hint, "variables")
        values = get_variable_values(self.schema, definitions, dict(given))
        if isinstance(values, list):
            raise ExceptionGroup("the variables are not valid", values)
        coerced = values.coerced
        shape = tuple(
            (name, shape_of(coerced[name], kind)) for name, kind in self._kinds(operation).items() if name in coerced
        )
        return coerced, shape

    def _kinds(self, operation: OperationDefinitionNode) -> dict[str, Any]:
        """Return the input type of each variable."""
        definitions = operation.variable_definitions or ()
        return {d.variable.name.value: type_from_ast(self.schema, d.type) for d in definitions}

    def _prepare(self, document: Document, operation: OperationDefinitionNode, coerced: Mapping[str, Any]) -> Prepared:
        kinds = self._kinds(operation)
        symbols = {name: from_variable(coerced[name], kind, name) for name, kind in kinds.items() if name in coerced}
        planner = Planner(self.model, self.viewer, self.schema, document, symbols, coerced)
        plan = planner.plan(operation)
        statement = emit(self.model, plan)
        namespace = dict(NAMES)
        exec(compile(statement.shaper, "<shaper>", "exec"), namespace)  # noqa: S102 - our own source
        constants = {r.key: r.value for r in plan.roots if isinstance(r, Constant) and r.value is not None}
        introspection = tuple(r.key for r in plan.roots if isinstance(r, Constant) and r.value is None)
        return Prepared(plan, statement, namespace["shape"], constants, introspection)

    # -- binding -----------------------------------------------------------------------------------------------------

    def _bind(
        self,
        prepared: Prepared,
        document: Document,
        operation: OperationDefinitionNode,
        coerced: dict[str, Any],
        given: Mapping[str, Any],
    ) -> Bound:
        statement = prepared.statement
        parameters = {p.name: self._conversions[p.convert](leaf_value(p.leaf, coerced)) for p in statement.params}
        local = {**parameters, **{p.name: leaf_value(p.leaf, coerced) for p in statement.locals}}
        if statement.pages:
            self._pages(statement.pages, coerced, parameters, local)
        constants = prepared.constants
        if prepared.introspection:
            constants = {**constants, **self._introspect(prepared.introspection, document, operation, coerced, given)}
        return Bound(prepared, parameters, local, constants)

    def _pages(
        self, pages: tuple[PageSlot, ...], coerced: Mapping[str, Any], parameters: dict[str, Any], local: dict[str, Any]
    ) -> None:
        rows: list[int] = []
        for page in pages:
            self._page(page, coerced, parameters, local)
            rows.append(local[page.size] * (1 if page.parent is None else rows[page.parent]))
        if sum(rows) > self.limits.rows:
            message = f"the pages ask for {sum(rows)} rows"
            raise Failure.of(
                "LIMIT_ROWS", message, f"at most {self.limits.rows}: take smaller pages, or nest less deeply"
            )

    def _page(
        self, page: PageSlot, coerced: Mapping[str, Any], parameters: dict[str, Any], local: dict[str, Any]
    ) -> None:
        size = None if page.wanted is None else leaf_value(page.wanted, coerced)
        if size is None:
            size = self.limits.default_page
        if not 0 <= size <= self.limits.maximum_page:
            message = f"a page of {size} cannot be asked for"
            raise Failure.of(
                "PAGE_SIZE", message, f"ask for 0 to {self.limits.maximum_page}, and for the rest with after"
            )
        local[page.size] = size
        parameters[page.limit] = size + 1
        signed = repr([parameters[name] for name in page.signed])
        signature = hashlib.blake2s(f"{page.identity} {signed}".encode(), digest_size=6).hexdigest()
        local[page.signature] = signature
        if page.cursor is not None:
            text = str(leaf_value(page.cursor, coerced))
            values = decode_cursor(text, signature, len(page.cursor_params))
            for (name, convert), value in zip(page.cursor_params, values, strict=True):
                try:
                    parameters[name] = self._conversions[convert](value)
                except (TypeError, ValueError):
                    raise cursor_invalid(text) from None

    def _introspect(
        self,
        keys: tuple[str, ...],
        document: Document,
        operation: OperationDefinitionNode,
        coerced: Mapping[str, Any],
        given: Mapping[str, Any],
    ) -> dict[str, Any]:
        """Answer the fields that ask for the schema; GraphQL's own executor does that, from the variables as given."""
        collector = Collector(self.schema, document, coerced)
        groups = collector.collect([operation.selection_set], "Query")
        fields = [node for key in keys for node in groups[key]]
        only = OperationDefinitionNode(
            operation=operation.operation,
            name=operation.name,
            variable_definitions=operation.variable_definitions,
            directives=(),
            selection_set=SelectionSetNode(selections=tuple(fields)),
        )
        fragments = tuple(document.fragments.values())
        result = execute_sync(self.schema, DocumentNode(definitions=(only, *fragments)), variable_values=dict(given))
        if result.data is None:
            raise TypeError("the schema answers at once")
        return result.data


def weigh(value: object, most: int) -> int:
    """Return how many values and keys a JSON value holds; stops counting above `most`."""
    total, stack = 0, [value]
    while stack and total <= most:
        item = stack.pop()
        total += 1
        if isinstance(item, Mapping):
            stack.extend(item.values())
        elif isinstance(item, list):
            stack.extend(item)
    return total


def _remember(cache: OrderedDict[Any, Any], key: Hashable, value: object, capacity: int) -> None:
    cache[key] = value
    if len(cache) > capacity:
        cache.popitem(last=False)
