"""What tests of the whole service work with: its process, its customers, and what they read."""

from tests.customer import Customer, new_id, start_session
from tests.identity import identity_token
from tests.service_process import Service, ServiceFailedError
from tests.sse import SseEvent
from tests.tenant_files import limit_to, rewrite

__all__ = [
    "Customer",
    "Service",
    "ServiceFailedError",
    "SseEvent",
    "identity_token",
    "limit_to",
    "new_id",
    "rewrite",
    "start_session",
]
