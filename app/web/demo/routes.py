"""Routes of the demo shops; there are none where a shop's tenant does not list the address that was asked for."""

import re
from typing import Any, Final

from litestar import Request, Response, get, post
from msgspec import Struct

from app.domain.tenant import Site, Tenant
from app.errors import Problem
from app.web.demo.pages import STATIC, page, static
from app.web.demo.people import PEOPLE, may_log_in, token_for
from app.web.demo.shops import HARBOR, LUMEN, SHOPS, Shop
from app.web.services import Given, Services

LANGUAGES: Final = {"en": "English", "de": "Deutsch", "fr": "Français", "ar": "العربية", "ja": "日本語"}


class WhoIsShopping(Struct, frozen=True, forbid_unknown_fields=True):
    """A demo customer at a demo shop."""

    shop: str
    person: str


def own_origins(request: Request[Any, Any, Any]) -> set[str]:
    """Return the origins that a page asked for at this address may have; a proxy may speak TLS for us."""
    host = request.headers.get("host", "").lower()
    return {f"http://{host}", f"https://{host}"} if re.fullmatch(r"[a-z0-9.:\[\]-]+", host) else set()


def _tenant_of(shop: Shop | None, request: Request[Any, Any, Any], services: Services) -> tuple[Tenant, Site]:
    """Find the tenant behind a demo shop. Raises Problem `not_found` unless its site lists the address asked for."""
    found = services.tenants.by_site(shop.site) if shop else None
    if shop is None or found is None or not own_origins(request) & set(found[1].origins):
        raise Problem("not_found", "There is no demo here; open it at an origin that the demo's site lists.")
    return found


def _show(shop: Shop, request: Request[Any, Any, Any], services: Services) -> Response[bytes]:
    """Show a shop, to whoever `as` says is shopping, with the chat in the language `chat`."""
    tenant, site = _tenant_of(shop, request, services)
    wanted, locale = request.query_params.get("as", ""), request.query_params.get("chat", "")
    logins = may_log_in(request, services.settings, tenant, site)
    person = wanted if logins and wanted in PEOPLE else ""
    return page(
        "shop.html",
        shop=shop,
        other=LUMEN if shop is HARBOR else HARBOR,
        offline=services.settings.offline,
        assistant=tenant.workflows[site.workflow].assistant_name,
        people=PEOPLE if logins else {},
        person=person,
        logged_out="out" in request.query_params and not person,
        locale=locale if locale in LANGUAGES else "",
        languages=LANGUAGES,
    )


@get("/demo", include_in_schema=False)
async def harbor(request: Request[Any, Any, Any], services: Given[Services]) -> Response[bytes]:
    """Show Harbor's shop."""
    return _show(HARBOR, request, services)


@get("/demo/lumen", include_in_schema=False)
async def lumen(request: Request[Any, Any, Any], services: Given[Services]) -> Response[bytes]:
    """Show Lumen's shop."""
    return _show(LUMEN, request, services)


@post("/demo/identity", status_code=200, include_in_schema=False)
async def identity(
    data: WhoIsShopping, request: Request[Any, Any, Any], services: Given[Services]
) -> Response[dict[str, str]]:
    """Sign for a demo customer, as the shop's own backend would once they have logged in."""
    tenant, site = _tenant_of(SHOPS.get(data.shop), request, services)
    if data.person not in PEOPLE or not may_log_in(request, services.settings, tenant, site):
        raise Problem("not_found", "Nobody can be logged in here; set the shop's identity key and open the demo again.")
    return Response({"token": token_for(data.person, tenant, site)}, headers={"Cache-Control": "no-store"})


@get("/demo/static/{name:str}", include_in_schema=False)
async def static_file(name: str, request: Request[Any, Any, Any]) -> Response[bytes]:
    """Serve the demo's style sheet or script; kept for good where it is asked for by its version."""
    if name not in STATIC:
        raise Problem("not_found", "There is no such file in the demo.")
    content, version = static(name)
    kept = "public, max-age=31536000, immutable" if request.query_params.get("v") == version else "no-cache"
    headers = {"Cache-Control": kept, "X-Content-Type-Options": "nosniff"}
    return Response(content, media_type=STATIC[name], headers=headers)


ROUTES = [harbor, lumen, identity, static_file]
