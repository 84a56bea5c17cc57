"""How the benches measure and tell: two things in turn, their medians, and the ratio against a goal."""

import statistics
from collections.abc import Callable, Sequence


def in_turn(measures: Sequence[Callable[[], float]], rounds: int, warm_up: int = 1) -> list[float]:
    """The median seconds of each measure, taken in turn, so that whatever else the machine does falls on all."""
    taken = [[measure() for measure in measures] for _ in range(rounds + warm_up)][warm_up:]
    return [statistics.median(column) for column in zip(*taken, strict=True)]


def tell(what: str, ours: float, bound: float, goal: float) -> None:
    """Print a ratio beside its goal."""
    print(f"{what}: {ours * 1000:.0f} ms against {bound * 1000:.0f} ms, ratio {ours / bound:.2f} (goal {goal})")  # noqa: T201
