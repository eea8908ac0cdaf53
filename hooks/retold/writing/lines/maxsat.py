"""A small maximum-satisfiability solver, guided by unsatisfiable cores.

The search starts from the wish that every soft clause holds and gives way only where a
core proves that it must: algorithm OLL (Andres, Kaufmann, Matheis and Schaub, ICLP 2012)
as in RC2 (Ignatiev, Morgado and Marques-Silva, JSAT 2019), with totalizers after Bailleux
and Boufkhad (CP 2003).  Cores are taken as they come: here shrinking them costs more than
it saves, thirty times more on published instances.  The search stops after a number of conflicts, never by the clock, so that
the answer is the same on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

_STEPS = 400  # propagations that go with one conflict; large formulas are slow even without conflicts


@dataclass(slots=True)
class Formula:
    """Hard clauses, and literals that each cost their weight when they are false."""

    variables: int = 0
    hard: list[list[int]] = field(default_factory=list)
    soft: dict[int, int] = field(default_factory=dict)

    def new_variable(self) -> int:
        """A variable that no clause knows yet."""
        self.variables += 1
        return self.variables


@dataclass(frozen=True, slots=True)
class Answer:
    """The proven least cost, or only a lower bound; the model when one was needed."""

    bound: int
    proven: bool
    model: frozenset[int] = frozenset()


def has_solver() -> bool:
    """Tell whether the optional satisfiability solver is installed."""
    try:
        import pysat.solvers  # noqa: F401, PLC0415 - optional and slow to load
    except ImportError:
        return False
    return True


def minimise_cost(formula: Formula, known: int, conflicts: int) -> Answer:
    """Prove that the cost `known` is the least, or find a model that costs less.

    Args:
        formula: What must and what should hold; it is used up.
        known: The cost of a model that the caller has already.
        conflicts: How many conflicts the solver may meet in all.

    Returns:
        A proven answer without a model when `known` is the least cost, with one when
        less is possible, and an unproven bound when the conflicts ran out.
    """
    from pysat.solvers import Glucose4  # noqa: PLC0415 - optional and slow to load

    with Glucose4(bootstrap_with=formula.hard) as solver:
        return _Search(formula, solver, conflicts).run(known)


@dataclass(slots=True)
class _Search:
    formula: Formula
    solver: Any
    conflicts: int
    bound: int = 0
    sums: dict[int, list[int]] = field(default_factory=dict)  # literal -> the counters after it

    def run(self, known: int) -> Answer:
        soft = self.formula.soft
        while self.bound < known:
            holds = self._solve(list(soft))
            if holds is None:
                return Answer(self.bound, proven=False)
            if holds:
                return Answer(self.bound, proven=True, model=frozenset(self.solver.get_model()))
            self._relax(self.solver.get_core() or [])
        return Answer(known, proven=True)

    def _solve(self, wishes: list[int]) -> bool | None:
        """Whether all wishes can hold; None when the work is used up."""
        done = self.solver.accum_stats()
        conflicts = self.conflicts - int(done["conflicts"])
        steps = self.conflicts * _STEPS - int(done["propagations"])
        if conflicts <= 0 or steps <= 0:
            return None
        self.solver.conf_budget(conflicts)
        self.solver.prop_budget(steps)
        answer: bool | None = self.solver.solve_limited(assumptions=wishes)
        return answer

    def _relax(self, core: list[int]) -> None:
        """Pay for the core once, and wish that no second of its wishes fails."""
        soft = self.formula.soft
        weight = min((soft[wish] for wish in core), default=0)
        if not weight:
            raise ValueError("the hard clauses contradict each other")
        self.bound += weight
        for wish in core:
            soft[wish] -= weight
            if not soft[wish]:
                del soft[wish]
            self._wish_next(self.sums.get(wish, []), weight)
        if len(core) == 1:
            self.solver.add_clause([-core[0]])
            return
        counters = self._count([-wish for wish in core])
        self.solver.add_clause([counters[0]])
        self._wish_next(counters[1:], weight)

    def _wish_next(self, counters: list[int], weight: int) -> None:
        if counters:
            self.formula.soft[-counters[0]] = self.formula.soft.get(-counters[0], 0) + weight
            self.sums[-counters[0]] = counters[1:]

    def _count(self, literals: list[int]) -> list[int]:
        """Counters: the k-th is true when at least k of the literals are."""
        if len(literals) == 1:
            return literals
        half = len(literals) // 2
        left, right = self._count(literals[:half]), self._count(literals[half:])
        out = [self.formula.new_variable() for _ in literals]
        for i in range(len(left) + 1):
            for j in range(len(right) + 1):
                if i + j:
                    ifs = [-counter for counter in (left[i - 1 : i] if i else []) + (right[j - 1 : j] if j else [])]
                    self.solver.add_clause([*ifs, out[i + j - 1]])
        return out
