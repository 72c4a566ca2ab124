"""A service that its stories share: whoever meets a customer of a tenant need not see them out."""

from typing import Self

from typing_extensions import override

from tests.service import Customer, Service, identity_token
from tests.stories.variants import site_of


class House(Service):
    """`frontdesk serve`, and the customers met in it, whose connections close when it ends."""

    @override
    def __enter__(self) -> Self:
        self._met: list[Customer] = []
        return super().__enter__()

    @override
    def __exit__(self, *error: object) -> None:
        for customer in self._met:
            customer.close()
        super().__exit__(*error)

    def meet(
        self, tenant: str = "harbor", *, known_as: str | None = None, locale: str = "en", **claims: str
    ) -> Customer:
        """Begin a session on the site of a tenant or variant: anonymous, or of the tenant's customer `known_as`."""
        token = None
        if known_as is not None:
            secret = self.identity_keys[tenant.partition("-")[0]]
            token = identity_token(self, tenant, secret=secret, sub=known_as, **claims)
        self._met.append(Customer.of(self, site_of(tenant), token, locale=locale))
        return self._met[-1]
