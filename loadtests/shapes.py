"""The shape of a run, picked by `--shape`: a ramp that stays up, steps, a spike or a soak."""

from typing import Final

from locust import LoadTestShape
from typing_extensions import override

from loadtests.curves import people_at

ARRIVE_WITHIN: Final = 10.0  # seconds, where no spawn rate is given


class ChosenShape(LoadTestShape):
    """Follows the curve that the options name; `--users`, `--spawn-rate` and `--run-time` count as ever."""

    use_common_options = True

    @override
    def tick(self) -> tuple[int, float] | None:
        """Say how many there should be now, and how fast they come; None ends the run."""
        options = self.runner.environment.parsed_options if self.runner else None
        if options is None:
            return None
        elapsed = self.get_run_time()  # type: ignore[no-untyped-call]  # Locust has no types here
        people = int(options.num_users or 1)
        now = people_at(options.shape, elapsed, people, options.run_time)
        return None if now is None else (now, float(options.spawn_rate or max(people / ARRIVE_WITHIN, 1.0)))
