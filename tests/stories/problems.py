"""What every refusal looks like."""

import httpx

NEVER_REPEATED = "never-say-this-again"


def assert_problem(answer: httpx.Response, status: int, code: str) -> None:
    """The answer is a problem document (RFC 9457) of this kind, which says what to do and repeats nothing sent."""
    assert answer.status_code == status, f"{answer.request.method} {answer.request.url}: {answer.text}"
    assert answer.headers["content-type"].partition(";")[0] == "application/problem+json"
    said = answer.json()
    assert said["type"] == f"urn:frontdesk:{code}"
    assert said["code"] == code
    assert said["status"] == status
    assert said["title"]
    assert len(said["detail"]) > 10
    assert NEVER_REPEATED not in answer.text


def assert_limited(answer: httpx.Response, code: str) -> None:
    """The answer is a 429 that tells when to come back."""
    assert_problem(answer, 429, code)
    assert int(answer.headers["Retry-After"]) >= 1
    assert answer.headers["RateLimit"].startswith('"')
    assert ";w=" in answer.headers["RateLimit-Policy"]
