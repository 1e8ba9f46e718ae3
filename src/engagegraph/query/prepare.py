"""A GraphQL request ─▶ a prepared operation, found in the cache when the same was asked before.

What is prepared depends on the viewer class, the document, the operation's name and the shape of the variables; never
on their values, which `binding` puts in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import partial
from textwrap import indent
from typing import Any

import orjson
from graphql import (
    FieldNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    VariableDefinitionNode,
    get_variable_values,
    type_from_ast,
)

from engagegraph.errors import Failure
from engagegraph.model import Limits, Model
from engagegraph.query.binding import Binder
from engagegraph.query.cost import Tariff
from engagegraph.query.counts import Counts
from engagegraph.query.cypher import Statement
from engagegraph.query.document import MOST_ERRORS, Collector, Document, check_nulls, read_document
from engagegraph.query.emit import emit
from engagegraph.query.hints import apart
from engagegraph.query.introspection import Introspection
from engagegraph.query.ir import Constant, Operation
from engagegraph.query.limits import check_conditions, check_planning
from engagegraph.query.lru import Lru
from engagegraph.query.measures import MeasureRequest
from engagegraph.query.plan import Planner
from engagegraph.query.reads import Reads
from engagegraph.query.runtime import NAMES
from engagegraph.query.spot import Spot
from engagegraph.query.symbolic import from_variable, shape_of

Shaping = Callable[[list[Any], dict[str, Any], dict[str, Any]], dict[str, Any]]
"""Makes of a row, the values that stay here and the constants what the operation asks for."""


Place = tuple[str, str | None, Hashable]
"""A document, the name of an operation in it, the shape of its variables."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An operation ready to be bound and sent; `introspection` holds the root fields that the schema itself answers.

    `place` is where it is kept. `reads` is what of the graph it reads (see `reads`); None when every revision gives
    another answer.
    """

    place: Place
    plan: Operation
    statement: Statement
    tariff: Tariff
    shape: Shaping
    constants: dict[str, Any]
    introspection: tuple[FieldNode, ...]
    reads: int | None


@dataclass(frozen=True, slots=True)
class Bound:
    """Values put in: `parameters` go to the database, `local` to the shaper; so many hits are `estimated`.

    `measures` are computed before, and put in, too. `introspect`, where it is asked for, answers what the operation
    asks of the schema; that may take seconds.
    """

    prepared: Prepared
    parameters: dict[str, Any]
    local: dict[str, Any]
    constants: dict[str, Any]
    estimated: int
    introspect: Callable[[], dict[str, Any]] | None = None
    measures: tuple[MeasureRequest, ...] = ()


@dataclass(frozen=True, slots=True)
class Values:
    """What is kept of a bound operation, beside the operation itself, which may be forgotten meanwhile.

    What was estimated by other `counts` is not so any more.
    """

    place: Place
    parameters: dict[str, Any]
    local: dict[str, Any]
    estimated: int
    counts: Counts


MOST_OPERATIONS = 2_000
MOST_BYTES = 64_000_000
DOCUMENT_WEIGHT = 36
"""Bytes that a parsed document takes for each of its characters; tracemalloc measured 35 with `docs/queries`."""
OPERATION_WEIGHT = 5
"""Bytes that a prepared operation takes for each character of its Cypher and its shaper; measured were 4."""
MOST_BOUND, MOST_BOUND_BYTES = 4_000, 4_000_000
BOUND_WEIGHT = 1_200
"""Bytes that a bound operation takes beside the texts among its parameters; tracemalloc measured 900 to 2,000."""


class Preparer:
    """Prepares operations for one viewer class; holds at most `entries` documents and as many prepared operations.

    What is asked again with the same variables was bound already. `counts` is how much there is, by which costs are
    estimated; whoever knows better puts others in. `reads` knows what statements read of the whole model, of which
    `model` is the viewer's projection. It may be used by several threads at once.
    """

    def __init__(
        self,
        model: Model,
        viewer: str,
        schema: GraphQLSchema,
        limits: Limits,
        entries: int = MOST_OPERATIONS,
        reads: Reads | None = None,
    ) -> None:
        self.model = model
        self.viewer = viewer
        self.schema = schema
        self.limits = limits
        self.counts = Counts()
        self._binder = Binder(model, limits)
        self.documents: Lru[str, Document] = Lru(entries, MOST_BYTES)
        self.operations: Lru[Place, Prepared] = Lru(entries, MOST_BYTES)
        self.bound: Lru[bytes, Values] = Lru(MOST_BOUND, MOST_BOUND_BYTES)
        self._introspection = Introspection(schema)
        self.reads = reads or Reads(model)

    def prepare(self, text: str, variables: Mapping[str, Any], operation_name: str | None) -> Bound:
        """Return the operation bound to `variables`.

        Raises `ExceptionGroup` of `GraphQLError`s for a document or variables that are not valid, `Failure` for what
        the schema cannot forbid (a cursor of another list, a page too large).
        """
        return self.known(text, variables, operation_name) or self.anew(text, variables, operation_name)

    def anew(self, text: str, variables: Mapping[str, Any], operation_name: str | None) -> Bound:
        """Return the operation bound, of which `known` knows nothing; another thread may have prepared it since.

        Errors: those of `prepare`.
        """
        document = self.documents.peek(text)
        if document is None:
            document = read_document(self.schema, text, self.limits)
            self.documents.put(text, document, DOCUMENT_WEIGHT * len(text))
        operation = self._operation(document, operation_name)
        coerced, shape = self._variables(operation, variables)
        place = text, operation_name, shape
        prepared = self.operations.peek(place)
        if prepared is None:
            prepared = self._prepare(place, document, operation, coerced)
            statement = prepared.statement
            written = len(statement.cypher) + len(statement.vouched) + len(statement.shaper)
            self.operations.put(place, prepared, OPERATION_WEIGHT * written)
        return self._bind(prepared, document, operation, coerced, variables)

    def known(self, text: str, variables: Mapping[str, Any], operation_name: str | None) -> Bound | None:
        """Return the bound operation if it was prepared before, which takes no time; None if it must be prepared.

        Errors: those of `prepare`.
        """
        asked = digest(text, operation_name, variables)
        counts = self.counts
        kept = self.bound.get(asked, lambda kept: kept.counts is counts)
        if kept is not None and self.documents.get(text) is not None:
            prepared = self.operations.get(kept.place)
            if prepared is not None:
                return Bound(prepared, kept.parameters, kept.local, prepared.constants, kept.estimated)
        bound = self._known(text, variables, operation_name)
        if bound is not None and bound.introspect is None and not bound.measures:
            texts = sum(len(value) for value in bound.parameters.values() if isinstance(value, str))
            kept = Values(bound.prepared.place, bound.parameters, bound.local, bound.estimated, counts)
            self.bound.put(asked, kept, BOUND_WEIGHT + texts)
        return bound

    def _known(self, text: str, variables: Mapping[str, Any], operation_name: str | None) -> Bound | None:
        document = self.documents.get(text)
        if document is None:
            return None
        operation = self._operation(document, operation_name)
        coerced, shape = self._variables(operation, variables)
        prepared = self.operations.get((text, operation_name, shape))
        if prepared is None:
            return None
        return self._bind(prepared, document, operation, coerced, variables)

    def _operation(self, document: Document, name: str | None) -> OperationDefinitionNode:
        try:
            return document.operation(name)
        except GraphQLError as error:
            raise ExceptionGroup("no operation", [error]) from None

    def _variables(
        self, operation: OperationDefinitionNode, given: Mapping[str, Any]
    ) -> tuple[dict[str, Any], Hashable]:
        definitions = operation.variable_definitions or ()
        if not definitions:
            return {}, ()
        if weigh(given, self.limits.variable_values) > self.limits.variable_values:
            hint = f"at most {self.limits.variable_values} values and keys"
            raise Failure.of("LIMIT_VARIABLES", "the variables hold too much", hint, "variables")
        values = get_variable_values(self.schema, definitions, dict(given), MOST_ERRORS)
        if isinstance(values, list):
            raise ExceptionGroup("the variables are not valid", [apart(error, self.schema) for error in values])
        coerced = values.coerced
        shape = []
        for definition in definitions:
            name = definition.variable.name.value
            if name in coerced:
                try:
                    shape.append((name, shape_of(coerced[name], self._kind(definition))))
                except Failure as failure:
                    raise Spot((), definition).placed(failure) from None
        return coerced, tuple(shape)

    def _kinds(self, operation: OperationDefinitionNode) -> dict[str, Any]:
        """Return the input type of each variable."""
        return {d.variable.name.value: self._kind(d) for d in operation.variable_definitions or ()}

    def _kind(self, definition: VariableDefinitionNode) -> Any:
        return type_from_ast(self.schema, definition.type)

    def _prepare(
        self, place: Place, document: Document, operation: OperationDefinitionNode, coerced: Mapping[str, Any]
    ) -> Prepared:
        check_conditions(operation, document.fragments, coerced, self.limits)
        check_nulls(self.schema, document, operation, coerced)
        kinds = self._kinds(operation)
        symbols = {name: from_variable(coerced[name], kind, name) for name, kind in kinds.items() if name in coerced}
        planner = Planner(self.model, self.viewer, self.schema, document, symbols, coerced)
        plan = planner.plan(operation)
        statement = emit(self.model, plan)
        check_planning(statement.cypher, self.limits)
        constants = {r.key: r.value for r in plan.roots if isinstance(r, Constant) and r.value is not None}
        introspection = self._introspected(plan, document, operation, coerced)
        # What is measured says of which revision it is.
        reads = None if statement.measures else self.reads.of(statement.cypher)
        tariff = Tariff(self.model, plan)
        return Prepared(place, plan, statement, tariff, shaping(statement.shaper), constants, introspection, reads)

    def _introspected(
        self, plan: Operation, document: Document, operation: OperationDefinitionNode, coerced: Mapping[str, Any]
    ) -> tuple[FieldNode, ...]:
        keys = [root.key for root in plan.roots if isinstance(root, Constant) and root.value is None]
        if not keys:
            return ()
        groups = Collector(self.schema, document, coerced).collect([operation.selection_set], "Query")
        fields = tuple(node for key in keys for node in groups[key])
        self._introspection.check(fields, document.fragments)
        return fields

    def _bind(
        self,
        prepared: Prepared,
        document: Document,
        operation: OperationDefinitionNode,
        coerced: dict[str, Any],
        given: Mapping[str, Any],
    ) -> Bound:
        parameters, local, measures = self._binder.bind(prepared.statement, coerced)
        cost = prepared.tariff.estimate(self.counts, coerced, self.limits)
        cost.check(self.limits.cost)
        introspect = None
        if prepared.introspection:
            # From the variables as given: coerced ones are no JSON.
            fields, fragments = prepared.introspection, document.fragments
            introspect = partial(self._introspection.answer, operation, fields, fragments, given)
        return Bound(prepared, parameters, local, prepared.constants, cost.hits, introspect, measures)


def digest(*asked: object) -> bytes:
    """Return what stands for an operation as it was asked: its document, its name, its variables, and what else.

    Raises `Failure` LIMIT_VARIABLES.
    """
    try:
        written = orjson.dumps(asked)
    except orjson.JSONEncodeError:  # what it reads may be deeper than what it writes
        hint = "no argument is a list of lists"
        raise Failure.of("LIMIT_VARIABLES", "the variables are nested too deeply", hint, "variables") from None
    return hashlib.blake2b(written, digest_size=20).digest()


def shaping(source: str) -> Shaping:
    """Return the function `shape` that the source of a shaper defines, beside others.

    They are made within a function, where each knows those that it calls: as globals they would hold each other, and
    Python would have to search for them once the operation is forgotten.
    """
    namespace: dict[str, Any] = {}
    made = f"def make({', '.join(NAMES)}):\n{indent(source, '    ')}\n    return shape\n"
    exec(compile(made, "<shaper>", "exec"), namespace)  # noqa: S102 - our own source
    shape: Shaping = namespace.pop("make")(**NAMES)
    return shape


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
