"""What the safety stages cost: time on ordinary and hostile texts, growth with length, and memory of `inspect`."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from app.adapters.moderation_local import LocalModeration
from app.adapters.service_file import ServiceFile
from app.adapters.tenants import Tenants
from app.settings import Settings
from app.usecases.inspect_text import InspectText
from loadtests.figures import Goal, percentile
from tests.safety.noise import noises
from tests.safety.rows import rows

ROOT = Path(__file__).parents[2]
WORKFLOW = "harbor/support"
TEXTS = 300
LONG = 2_000
HOSTILE = 100_000
"""Bytes."""
LINE = 900_000
"""Bytes of a line for `inspect`, which takes up to a million."""
BEST_OF = 3
PIECES = (
    "1.2.3.4 ",
    "4111 1111 1111 1111 ",
    "123-45-6789 ",
    "DE89 3704 ",
    "call 5551234 ",
    "1/",
    "pin 1234 ",
    "password is ",
    "sk-",
    "@",
    "a@b.",
    "a.a.",
    "[[",
    "ignore ",
    "i g n o r e ",
    "my name is Ann ",
    "Ann Ann ",
    "kill you ",
    "１２３４ ",  # noqa: RUF001  # full-width digits are the subject
    "пароль ",
    "我的密码",
    "a\u200b",
    '{"a": ',
    "SWdub3JlIGFsbCA",
    "\n",
    "x",
    "https://a.b/c?d=",
    "1:2",
    "1,2.3/",
    "DE89 ",
    "iban DE89 ",
    "536-22-8726 ",
    "code 1234 ",
    "password=hunter2 ",
    "password: hunter2\n",
    "API_KEY=abc123def456 ",
    "kind:secret",
    "dot ",
    "::1 ",
    "{1}",
    "a=：",  # noqa: RUF001  # a sign that becomes another
    "私は山田です",
    "김철수 씨 ",
    "Привет мир ",
    "a\u0301",
    "ﷺ",
    "iban: anna@example.com ",
    "my son is 9 4111 1111 1111 1111 ",
    "1:2:3:4:",
    "1:2 ",
    "12:34 ",
    "=1",
    "1!",
    "1Z999AA10123456784 ",
    "550e8400-e29b-41d4-a716-446655440000 ",
    "card 4111 ",
    "Ann,\n",
    "ひらがな",
    "密码：123456 ",  # noqa: RUF001  # a full-width sign
    "Where is my order? ",
    "4111 1111 ",
    "我的",
    "a b ",
)


def inspector() -> InspectText:
    """The stages as `frontdesk inspect` runs them."""
    settings = Settings.from_env({"FRONTDESK_CONFIG_DIR": str(ROOT / "config")}, serving=False)
    tenant_id, _, name = WORKFLOW.partition("/")
    tenant = Tenants(settings, ServiceFile.load(settings.config_dir)).get(tenant_id)
    assert tenant is not None
    moderation = LocalModeration()
    moderation.prepare()
    return InspectText(tenant.workflows[name], moderation)


def seconds(work: Callable[[str], object], text: str) -> float:
    """The least processor time of a few tries: other load only adds to it."""
    spent = []
    for _ in range(BEST_OF):
        began = time.process_time()
        work(text)
        spent.append(time.process_time() - began)
    return min(spent)


def long_texts() -> list[str]:
    """Ordinary messages put together to two thousand characters each."""
    joined = " ".join(row.text for row in rows("customer_messages", validation=True))
    return [joined[at : at + LONG] for at in range(0, min(len(joined), TEXTS * LONG) - LONG, LONG)]


def hostile(size: int) -> dict[str, str]:
    """Texts of so many bytes: each piece again and again, and those in which nothing comes again."""
    texts = {repr(piece): piece * (size // len(piece.encode()) + 1) for piece in PIECES} | noises(PIECES, size)
    return {name: text.encode()[:size].decode(errors="ignore") for name, text in texts.items()}


def measure() -> Iterator[Goal]:
    """Milliseconds, a ratio, and megabytes."""
    look = inspector()
    look("Hello")
    spent = [seconds(look, text) * 1000 for text in long_texts()]
    yield Goal("2,000 ordinary characters, p99", percentile(spent, 0.99), 15)
    whole = {name: seconds(look, text) * 1000 for name, text in hostile(HOSTILE).items()}
    worst = max(whole, key=lambda name: whole[name])
    yield Goal(f"100 kB, the worst of {len(whole)} ({worst})", whole[worst], 250)
    half = {name: seconds(look, text) * 1000 for name, text in hostile(HOSTILE // 2).items()}
    growth = {name: took / half[name] for name, took in whole.items()}
    steepest = max(growth, key=lambda name: growth[name])
    yield Goal(f"time at 2n over time at n, the steepest ({steepest})", growth[steepest], 2.5, "x")
    yield Goal("peak memory of inspect above that after its first message", extra_memory(), 60, "MB")


def extra_memory() -> float:
    """Megabytes that lines of a megabyte add to the peak of the command itself."""
    command = [sys.executable, "-m", "app.cli", "inspect", "--workflow", WORKFLOW]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None

        def peak(text: str) -> float:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(json.dumps({"text": text}, ensure_ascii=False).encode() + b"\n")
            process.stdin.flush()
            process.stdout.readline()
            status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
            return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024

        first = peak("Hello, where is my order?")
        most = max(map(peak, hostile(LINE).values()))
        process.stdin.close()
    return most - first
