"""The audit in the console: who did what, newest first, and whether the chain holds."""

from dataclasses import dataclass
from typing import Annotated, Any, Final

from litestar import Request, Response, get, post
from litestar.params import Parameter

from app.adapters.db import api_keys, audit, operators
from app.adapters.db.tables import AuditRow
from app.adapters.db.tenant_db import SERVICE, ServiceDb, TenantDb
from app.domain.operator import Operator, Role
from app.errors import Problem
from app.web.console.forms import form_of
from app.web.console.pages import page
from app.web.guards import own_tenants, reachable
from app.web.services import Given, Services

PAGE: Final = 100


@dataclass(frozen=True, slots=True)
class Records:
    """A page of a chain, newest first; `first` and `last` are the numbers of the oldest and newest kept links."""

    rows: list[AuditRow]
    after: int
    first: int
    last: int

    @property
    def older(self) -> int | None:
        """The position behind which the page before begins, None on the oldest."""
        return max(self.after - PAGE, self.first - 1) if self.after >= self.first else None

    @property
    def newer(self) -> int | None:
        """The position behind which the next page begins, None on the newest."""
        return self.rows[0].position if self.rows and self.rows[0].position < self.last else None


@get("/console/audit")
async def show_audit(
    request: Request[Any, Any, Any],
    operator: Given[Operator],
    services: Given[Services],
    tenant: Annotated[str | None, Parameter(max_length=40)] = None,
    after: Annotated[int | None, Parameter(ge=0, le=2**31 - 1)] = None,
) -> Response[bytes]:
    """Show a part of a chain: the newest, or what follows a position."""
    return await _shown(request, operator, services, _chain_of(operator, services, tenant), after)


@post("/console/audit/verify", status_code=200)
async def verify(
    request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """Check a chain link by link, and say how many hold or where it breaks."""
    chain = _chain_of(operator, services, (await form_of(request))["tenant"])
    broken, links = await services.database.read(chain, _checked)
    if broken is None:
        said = "The one link holds." if links == 1 else f"Each of the {links} links holds."
        return await _shown(request, operator, services, chain, None, done=said)
    said = f"The chain is broken at number {broken}; compare it with what you exported."
    return await _shown(request, operator, services, chain, None, refused=said)


def _checked(db: TenantDb) -> tuple[int | None, int]:
    """Return the first position that does not hold, None if all do, and how many links there are."""
    return audit.first_broken(db), audit.end_of(db).position - audit.start_of(db).position


def _chain_of(operator: Operator, services: Services, wanted: str | None) -> str:
    """Return the chain to show: a tenant's of the operator, the first where none is named, or the service's own.

    Raises Problem `not_found` for any other; the service's own is the owner's to read.
    """
    if wanted == SERVICE and operator.may(Role.OWNER):
        return SERVICE
    if wanted:
        return reachable(operator, services.tenants, wanted).id
    own = own_tenants(operator, services.tenants)
    if not own:
        raise Problem("not_found", "No tenant of yours is served now; ask an owner.")
    return own[0].id


async def _shown(
    request: Request[Any, Any, Any],
    operator: Operator,
    services: Services,
    chain: str,
    after: int | None,
    *,
    refused: str | None = None,
    done: str | None = None,
) -> Response[bytes]:
    return await page(
        request,
        "audit.html",
        operator,
        records=await services.database.read(chain, lambda db: _page_of(db, after)),
        names=await services.database.read_service(_names),
        chain=chain,
        tenants=own_tenants(operator, services.tenants),
        service=SERVICE if operator.may(Role.OWNER) else None,
        refused=refused,
        done=done,
    )


def _page_of(db: TenantDb, after: int | None) -> Records:
    """Read up to `PAGE` links behind a position, or the newest ones."""
    start, end = audit.start_of(db).position, audit.end_of(db).position
    begin = max(end - PAGE, start) if after is None else after
    return Records(audit.after(db, begin, PAGE)[::-1], begin, start + 1, end)


def _names(db: ServiceDb) -> dict[str, str]:
    """Name the operators and keys that audit events call by their ids."""
    people = {f"operator:{row.id}": row.name for row in operators.everyone(db)}
    return people | {f"key:{row.id}": row.name for row in api_keys.everyone(db)}


ROUTES = [show_audit, verify]
