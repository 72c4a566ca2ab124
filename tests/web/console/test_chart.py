import pytest

from app.web.console.chart import HEIGHT, WIDTH, rounded_up, stacked


def test_values_stand_on_each_other() -> None:
    """Each value is as high as its share of the top, and begins where the one below it ends."""
    chart = stacked([(0, 0), (5, 3)])
    lower, upper = chart.segments
    assert chart.top == 10
    assert (lower.series, lower.height, lower.y + lower.height) == (0, HEIGHT / 2, HEIGHT)
    assert (upper.series, upper.height, upper.y + upper.height) == (1, HEIGHT * 0.3, lower.y)
    assert WIDTH / 2 < upper.x < upper.x + upper.width < WIDTH


@pytest.mark.parametrize("columns", [[], [(), ()], [(0, 0, 0)] * 24])
def test_nothing_happened(columns: list[tuple[int, ...]]) -> None:
    """Without a number there is no bar, and still a scale."""
    assert (stacked(columns).segments, stacked(columns).top) == ([], 5)


@pytest.mark.parametrize(
    ("value", "top"), [(0, 5), (4, 5), (5, 5), (6, 10), (11, 20), (21, 50), (51, 100), (1001, 2000)]
)
def test_the_top_is_a_round_number(value: int, top: int) -> None:
    """The scale ends at 1, 2 or 5 times a power of ten, never below the highest bar."""
    assert rounded_up(value) == top
