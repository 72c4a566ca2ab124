"""A service that its stories share: whoever meets a customer of a tenant need not see them out."""

from types import TracebackType
from typing import Self

from typing_extensions import override

from tests.customer import Customer
from tests.service import IDENTITY_KEYS, Service, identity_token
from tests.stories.variants import site_of


class House(Service):
    """`frontdesk serve`, and the customers met in it, whose connections close when it ends."""

    @override
    def __enter__(self) -> Self:
        self._met: list[Customer] = []
        return super().__enter__()

    @override
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for customer in self._met:
            customer.close()
        super().__exit__(kind, error, trace)

    def meet(self, tenant: str = "harbor", *, known_as: str | None = None, **claims: object) -> Customer:
        """Begin a session on the site of a tenant or variant: anonymous, or of the tenant's customer `known_as`."""
        token = None
        if known_as is not None:
            secret = IDENTITY_KEYS[tenant.partition("-")[0]]
            token = identity_token(tenant, secret=secret, sub=known_as, **claims)
        self._met.append(Customer.of(self, site_of(tenant), token))
        return self._met[-1]
