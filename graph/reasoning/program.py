"""The program: rules by what sets them off and by what they conclude, ready to be run."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic

from ..namespaces import TYPE
from .matching import Found, N, Node, Places, Question, Searchable, Slots, Step, number_slots, places_of, plan, solve
from .rules import Atom, Rule, Variable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from ..terms import Term


@dataclass(frozen=True, slots=True)
class Firing(Generic[N]):
    """A rule, entered by one triple: one of its body (then it fires forward), or its conclusion (then it looks back).

    `before` are the steps until all of the conclusion is known, `after` the others. `asked_of_subject` tells what kinds
    of triples the subject must stand in: as their subject (True) or object, the predicate, the class if there is one.
    """

    rule: Rule
    template: Slots[N]
    entry: Places
    before: tuple[Step[N], ...]
    after: tuple[Step[N], ...]
    body: tuple[Places, ...]
    head: Places | None
    asked_of_subject: frozenset[object] = frozenset()

    def conclusions(
        self, triple: Found[N], triples: Searchable[N], wanted: Callable[[Found[N]], bool]
    ) -> Iterator[Found[N]]:
        """Go through what follows from a triple and is wanted; no more is looked up than is needed for that."""
        slots = self._entered_by(triple)
        if slots is None or self.head is None:
            return
        subject, predicate, object_ = self.head
        for _ in solve(self.before, slots, triples):
            conclusion: Found[N] = (slots[subject], slots[predicate], slots[object_])  # type: ignore[assignment]
            if wanted(conclusion) and (not self.after or _is_any(solve(self.after, slots.copy(), triples))):
                yield conclusion

    def premises(self, triple: Found[N], triples: Searchable[N]) -> Iterator[tuple[Found[N], ...]]:
        """Go through the ways in which all of the body holds."""
        slots = self._entered_by(triple)
        if slots is None:
            return
        for _ in solve((*self.before, *self.after), slots, triples):
            yield tuple((slots[s], slots[p], slots[o]) for s, p, o in self.body)  # type: ignore[misc]

    @property
    def constants(self) -> tuple[N | None, N | None, N | None]:
        """What is known of the triple that the rule is entered by, before there is one."""
        subject, predicate, object_ = self.entry
        return self.template[subject], self.template[predicate], self.template[object_]

    def _entered_by(self, triple: Found[N]) -> Slots[N] | None:
        slots = self.template.copy()
        for slot, part in zip(self.entry, triple, strict=True):
            known = slots[slot]
            if known is None:
                slots[slot] = part
            elif known != part:
                return None
        return slots


def _is_any(found: Iterator[None]) -> bool:
    return next((True for _ in found), False)


class _Index(Generic[N]):
    """Rules by one of their patterns: by class where it gives a thing its class, else by predicate, else by key.

    A pattern that any triple fits is one of a rule of equality, say. It is looked at only where there are triples with
    the first predicate that its rule names: the key.
    """

    def __init__(self, encode: Callable[[Term], N]) -> None:
        self._encode = encode
        self._type = encode(TYPE)
        self._by_class: dict[N, list[Firing[N]]] = defaultdict(list)
        self._by_predicate: dict[N, list[Firing[N]]] = defaultdict(list)
        self.by_key: dict[N, list[Firing[N]]] = defaultdict(list)

    def put(self, atom: Atom, firing: Firing[N]) -> None:
        if isinstance(atom.predicate, Variable):
            self.by_key[self._encode(_key(firing.rule))].append(firing)
        elif atom.predicate == TYPE and not isinstance(atom.object, Variable):
            self._by_class[self._encode(atom.object)].append(firing)
        else:
            self._by_predicate[self._encode(atom.predicate)].append(firing)

    def get(self, triple: Found[N], keys: Collection[N]) -> list[Firing[N]]:
        found = self._by_predicate.get(triple[1], [])
        if triple[1] == self._type:
            found = [*self._by_class.get(triple[2], ()), *found]
        for key in keys:
            found = [*found, *self.by_key.get(key, ())]
        return found


def _key(rule: Rule) -> Term:
    return next(atom.predicate for atom in rule.body if not isinstance(atom.predicate, Variable))


class Program(Generic[N]):
    """Rules over terms, or over numbers that `encode` gives for terms and `decode` turns back."""

    def __init__(self, rules: Iterable[Rule], encode: Callable[[Term], N], decode: Callable[[N], object]) -> None:
        self._encode = encode
        self._decode = decode
        self._forward = _Index(encode)
        self._backward = _Index(encode)
        self.refusing: list[tuple[Rule, tuple[Firing[N], ...]]] = []
        """The rules without a conclusion, each with the ways to enter it."""
        for rule in rules:
            self.add(rule)

    def add(self, rule: Rule) -> None:
        """Take in one more rule."""
        compiled = _Compiled(rule, self._encode, self._decode)
        forward = [compiled.entered_by(index) for index in range(len(rule.body))]
        for atom, firing in zip(rule.body, forward, strict=True):
            self._forward.put(atom, firing)
        if rule.head is None:
            self.refusing.append((rule, tuple(forward)))
        else:
            self._backward.put(rule.head, compiled.looking_back())

    @property
    def keys(self) -> AbstractSet[N]:
        """The predicates without which the rules with patterns for any triple do not run."""
        return self._forward.by_key.keys()

    def keys_in(self, triples: Searchable[N]) -> set[N]:
        """Tell which of the keys are there."""
        return {key for key in self.keys if next(triples.match(None, key, None), None) is not None}

    def set_off_by(self, triple: Found[N], keys: Collection[N]) -> list[Firing[N]]:
        """Give the rules whose body a triple may be part of."""
        return self._forward.get(triple, keys)

    def concluding(self, triple: Found[N], keys: Collection[N]) -> list[Firing[N]]:
        """Give the rules whose conclusion a triple may be."""
        return self._backward.get(triple, keys)


class _Compiled(Generic[N]):
    """A rule with its slots numbered."""

    def __init__(self, rule: Rule, encode: Callable[[Term], N], decode: Callable[[N], object]) -> None:
        self._rule = rule
        self._slots = number_slots(rule.body if rule.head is None else (*rule.body, rule.head))
        self._template = [None if isinstance(part, Variable) else encode(part) for part in self._slots]
        self._known = {slot for part, slot in self._slots.items() if not isinstance(part, Variable)}
        self._body = tuple(places_of(atom, self._slots) for atom in rule.body)
        self._head = None if rule.head is None else places_of(rule.head, self._slots)
        self._questions = [
            Question(test.kind, tuple(self._slots[part] for part in test.parts), test.datatype, decode)
            for test in rule.tests
        ]

    def entered_by(self, index: int) -> Firing[N]:
        """Give the way from one triple of the body to the conclusion."""
        return self._firing(self._body[index], [each for number, each in enumerate(self._body) if number != index])

    def looking_back(self) -> Firing[N]:
        """Give the way from the conclusion to the body."""
        if self._head is None:
            raise ValueError("a rule without a conclusion")
        return self._firing(self._head, self._body)

    def _firing(self, entry: Places, others: Iterable[Places]) -> Firing[N]:
        known = self._known | set(entry)
        steps: list[tuple[Step[N], frozenset[int]]] = list(plan(others, self._questions, known, self._rank))
        wanted = set(self._head or ())
        late = next((place for place, (_, now) in enumerate(steps) if wanted <= now), len(steps) - 1)
        split = 0 if wanted <= known else late + 1
        before, after = tuple(step for step, _ in steps[:split]), tuple(step for step, _ in steps[split:])
        asked = frozenset(self._asked_of_subject() if entry == self._head else ())
        return Firing(self._rule, self._template, entry, before, after, self._body, self._head, asked)

    def _rank(self, atom: Places) -> int:
        """Put going through a whole class last."""
        return 1 if self._slots.get(TYPE) == atom[1] and atom[2] in self._known else 0

    def _asked_of_subject(self) -> Iterator[object]:
        subject = self._head[0] if self._head is not None else None
        for place, predicate, object_ in self._body:
            asked = self._template[predicate]
            is_of_type = self._slots.get(TYPE) == predicate
            if subject == place and is_of_type and self._template[object_] is not None:
                yield True, asked, self._template[object_]
            elif subject in {place, object_} and asked is not None and not is_of_type:
                yield subject == place, asked, None


def identity(term: N) -> N:
    """Give the term itself, where a program runs over terms."""
    return term


def term_program(rules: Iterable[Rule]) -> Program[Node]:
    """Make a program that runs over terms."""
    return Program(rules, identity, identity)
