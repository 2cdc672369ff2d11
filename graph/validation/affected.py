"""Affected nodes: which nodes a change may make a check judge differently.

The judgement of a node follows ways along triples. Follow them before and after a change, side by side: as long as
both find the same triples, they are at the same nodes. So if the judgements differ, then at some node that is reached
along triples that did not change, a step finds a triple that did. Therefore each changed triple is taken as a step of
each way that it fits, and the way is walked backwards from there, along unchanged triples only, to where it starts.

Four arguments keep this sharp where a node has very many triples, as a great power has:

- A new or lost type matters to `sh:class` and to targets only if the node became, or is no longer, an instance of the
  class: one more type for a node that was a polity before changes nothing for what must be a polity.
- A triple on the path from a focus node to its values matters only if it leads to a value that no unchanged triples
  lead to, since values are a set: one more event of a president's term, if other events have its status as well.
- A node is judged anew for being a target only if it was none before.
- A changed triple matters to a query only together with the other patterns around it (see scopes.py), and only where
  the focus node that they lead to is a target; the join starts with whatever has the fewest triples (see joins.py).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from .automata import START
from .joins import Join, matching, touched
from .scopes import THIS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..terms import Term
    from ..triples import Triple, Triples
    from .automata import State, Step
    from .checks import Check
    from .joins import Candidates
    from .scopes import Pattern, Patterns, Query
    from .states import Change
    from .states import State as Held
    from .targets import TargetQuery, Targets

_Entry = TypeVar("_Entry")


class Affected(dict["Check", set["Term"]]):
    """For each check the nodes that it may judge differently, be they its targets before the change, after it, or both.

    What was looked up `after` the change on the way is kept, since the judgement needs much of it again.
    """

    def __init__(self, change: Change) -> None:
        super().__init__()
        self.after, self._triples = change.after, change.triples_after

    def is_after(self, triples: Triples) -> bool:
        """Tell whether these are the triples after the change."""
        return triples is self._triples

    def __missing__(self, check: Check) -> set[Term]:
        nodes = self[check] = set()
        return nodes


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """A pattern of a query, and the patterns that join it with the focus node, None where there are none."""

    pattern: Pattern
    others: Patterns | None


class _ByTriple(Generic[_Entry]):
    """Entries by the predicate and the object of the triples that matter to them, None for any."""

    def __init__(self) -> None:
        self._entries: dict[tuple[Term | None, Term | None], list[_Entry]] = defaultdict(list)

    def add(self, entry: _Entry, predicate: Term | None, object_: Term | None = None) -> None:
        """Add an entry."""
        self._entries[predicate, object_].append(entry)

    def concerned(self, triple: Triple) -> Iterator[_Entry]:
        """Go through the entries that a triple matters to."""
        _, predicate, object_ = triple
        for key in ((predicate, None), (predicate, object_), (None, None), (None, object_)):
            yield from self._entries.get(key, ())

    def gathered(self, triples: Iterable[Triple]) -> Iterable[tuple[_Entry, list[Triple]]]:
        """Give each entry with those of some triples that matter to it."""
        gathered: dict[_Entry, list[Triple]] = defaultdict(list)
        for triple in triples:
            for entry in self.concerned(triple):
                gathered[entry].append(triple)
        return gathered.items()


class Index:
    """The checks by what matters to them: steps, patterns and classes of what they read and of their targets."""

    def __init__(self, checks: Iterable[Check]) -> None:
        self.checks = tuple(checks)
        self.steps: _ByTriple[tuple[Check, State, Step, State | None]] = _ByTriple()
        self.patterns: _ByTriple[tuple[Check, State, _Asked]] = _ByTriple()
        self.mentioning: list[tuple[Check, State, Query]] = []
        self.classes: dict[Term, list[tuple[Check, State]]] = defaultdict(list)
        self.about: dict[Targets, list[Check]] = defaultdict(list)
        self.together: dict[tuple[Targets, ...], list[Check]] = defaultdict(list)
        self.target_steps: _ByTriple[tuple[Targets, bool]] = _ByTriple()
        self.target_patterns: _ByTriple[tuple[Targets, TargetQuery, _Asked]] = _ByTriple()
        self.target_mentioning: list[tuple[Targets, TargetQuery]] = []
        self.target_classes: dict[Term, list[Targets]] = defaultdict(list)
        for check in self.checks:
            self._add_reads(check)
            self.together[check.targets].append(check)
            for targets in check.targets:
                self.about[targets].append(check)
        for targets in self.about:
            self._add_targets(targets)

    def _add_reads(self, check: Check) -> None:
        for move in check.reads.automaton.steps():
            source, step, goal = move
            to_values = goal if move in check.reads.to_values else None
            self.steps.add((check, source, step, to_values), step.predicate)
        for state, class_ in check.reads.classes:
            self.classes[class_].append((check, state))
        for state, query in check.reads.queries:
            self.mentioning += [(check, state, query)] if query.mentions else []
            for asked in _asked(query):
                for predicate, object_ in matching(asked.pattern):
                    self.patterns.add((check, state, asked), predicate, object_)

    def _add_targets(self, targets: Targets) -> None:
        for class_ in targets.classes:
            self.target_classes[class_].append(targets)
        for inverse, properties in ((False, targets.subjects_of), (True, targets.objects_of)):
            for each in properties:
                self.target_steps.add((targets, inverse), each)
        for query in targets.queries:
            self.target_mentioning += [(targets, query)] if query.query.mentions else []
            for asked in _asked(query.query):
                for predicate, object_ in matching(asked.pattern):
                    self.target_patterns.add((targets, query, asked), predicate, object_)


def _asked(query: Query) -> Iterator[_Asked]:
    for scope in query.scopes:
        for pattern in scope.own:
            yield _Asked(pattern, scope.around(pattern) if query.plain else None)


def affected(index: Index, change: Change, anew: Iterable[Term] = ()) -> Affected:
    """Find for each check the nodes that it may judge differently after a change, or is to judge `anew` in any case."""
    search = _Search(index, change)
    search.by_targets()
    search.by_steps()
    search.by_classes()
    search.by_queries()
    for node in anew:
        search.in_any_case(node)
    return search.found


def _holds_all(nodes: Iterable[Term], wanted: set[Term]) -> bool:
    """Tell whether some nodes are among others, going through those only until they are."""
    missing = set(wanted)
    for node in nodes:
        missing.discard(node)
        if not missing:
            return True
    return False


class _Search:
    def __init__(self, index: Index, change: Change) -> None:
        self.found = Affected(change)
        self._index, self._change = index, change
        self._considered: dict[tuple[Check, State], set[Term]] = defaultdict(set)
        self._held: dict[tuple[Targets, Held], dict[Term, bool]] = defaultdict(dict)

    def by_steps(self) -> None:
        """Take each changed triple as a step of the ways that it fits."""
        for triple in self._change.triples:
            for check, state, step, goal in self._index.steps.concerned(triple):
                before, after = step.ends(triple)
                if goal is not None:
                    self._consider_values(check, (before, state), (after, goal))
                else:
                    self._consider(check, state, before)
        for check in self._index.checks:
            if check.reads.everything and self._change.triples:
                self._widen(check)

    def by_classes(self) -> None:
        """Go back from the nodes that joined or left a class that a check asks for."""
        for class_, nodes in self._change.moved.items():
            for check, state in self._index.classes.get(class_, ()):
                for node in nodes:
                    self._consider(check, state, node)

    def by_queries(self) -> None:
        """Find the nodes that the changed triples matter to in a query."""
        for (check, state, asked), triples in self._index.patterns.gathered(self._change.triples):
            if asked.others is None:
                self._widen(check)
                continue
            for node in self._joined(asked, triples, self._unsettled(check, state)):
                self._consider(check, state, node)
        for check, state, query in self._index.mentioning:
            if not self._change.appeared.isdisjoint(query.mentions) or any(
                isinstance(node, str) and node != THIS for node in query.mentions
            ):
                self._widen(check)
            for node in self._change.appeared if THIS in query.mentions else ():
                self._consider(check, state, node)

    def by_targets(self) -> None:
        """Find the nodes that became targets, or are no longer."""
        for class_, nodes in self._change.moved.items():
            for targets in self._index.target_classes.get(class_, ()):
                self._aim(targets, nodes)
        for (targets, inverse), triples in self._index.target_steps.gathered(self._change.triples):
            self._aim(targets, {triple[2 if inverse else 0] for triple in triples})
        for (targets, query, asked), triples in self._index.target_patterns.gathered(self._change.triples):
            self._aim(targets, self._selected(query, asked, triples))
        for targets, query in self._index.target_mentioning:
            if not self._change.appeared.isdisjoint(query.query.mentions):
                self._aim(targets, self._newly_selected(query))

    def in_any_case(self, node: Term) -> None:
        """Take a node for each check that is about it."""
        for check in self._index.checks:
            if self._is_about(check, node):
                self.found[check].add(node)

    def _selected(self, query: TargetQuery, asked: _Asked, triples: list[Triple]) -> Iterable[Term]:
        if asked.others is not None:
            return self._joined(asked, triples, lambda nodes: nodes)
        return self._newly_selected(query)

    def _newly_selected(self, query: TargetQuery) -> set[Term]:
        return query.selected(self._change.before.triples) ^ query.selected(self._change.after.triples)

    def _joined(
        self, asked: _Asked, triples: list[Triple], narrowed: Callable[[set[Term]], set[Term]]
    ) -> Iterable[Term]:
        """Give the focus nodes for which a pattern that matches one of the triples can hold with those around it."""
        either = self._change.either
        join = Join(asked.others or (), touched(asked.pattern, triples, either), either)

        def narrow(candidates: Candidates) -> bool:
            if THIS in candidates:
                candidates[THIS] = narrowed(candidates[THIS])
            return bool(candidates.get(THIS, True))

        return join.candidates.get(THIS, ()) if join.solve(narrow) else ()

    def _unsettled(self, check: Check, state: State) -> Callable[[set[Term]], set[Term]]:
        """Keep of nodes in a state those that need a further look."""
        considered = self._considered[check, state]
        if state != START:
            return lambda nodes: nodes - considered
        return lambda nodes: {node for node in nodes - considered if self._is_about(check, node)}

    def _consider(self, check: Check, state: State, node: Term) -> None:
        """Walk back from a node in a state to the focus nodes."""
        considered = self._considered[check, state]
        if node in considered:
            return
        considered.add(node)
        for focus in check.reads.automaton.nodes(self._change.kept, node, state, START, backward=True):
            if focus not in self.found[check] and self._is_about(check, focus):
                self.found[check].add(focus)

    def _consider_values(self, check: Check, here: tuple[Term, State], there: tuple[Term, State]) -> None:
        """Walk back from a step on the path to a check's values; drop focus nodes whose values stay the same."""
        automaton, values = check.reads.automaton, check.reads.values
        led_to = set(automaton.nodes(self._change.either, *there, values))
        for focus in automaton.nodes(self._change.kept, *here, START, backward=True) if led_to else ():
            if focus not in self.found[check] and self._is_about(check, focus):
                unchanged = automaton.nodes(self._change.kept, focus, START, values)
                if not _holds_all(unchanged, led_to):
                    self.found[check].add(focus)

    def _aim(self, targets: Targets, nodes: Iterable[Term]) -> None:
        before, after = self._change.before, self._change.after
        moved = [node for node in nodes if self._hold(targets, node, before) != self._hold(targets, node, after)]
        for check in self._index.about[targets]:
            self.found[check].update(moved)

    def _widen(self, check: Check) -> None:
        for state in (self._change.before, self._change.after):
            self.found[check].update(check.all_nodes(state))

    def _is_about(self, check: Check, node: Term) -> bool:
        states = (self._change.after, self._change.before)
        return any(self._hold(targets, node, state) for state in states for targets in check.targets)

    def _hold(self, targets: Targets, node: Term, state: Held) -> bool:
        known = self._held[targets, state]
        if node not in known:
            known[node] = targets.hold(node, state)
        return known[node]
