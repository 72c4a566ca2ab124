"""The one door to rows: what one transaction may do to one tenant's rows, or to the few rows outside tenants."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, and_, func, select
from sqlalchemy.orm import Mapped, QueryableAttribute
from sqlmodel import SQLModel
from typing_extensions import override

from app.adapters.db.shapes import shape_of
from app.adapters.db.tables import TenantRow
from app.domain.audit import AuditEvent

SERVICE = "_service"
"""Whose rows a unit outside tenants sees, and whose audit chain it writes; no tenant may have this name."""

R = TypeVar("R", bound=SQLModel)
type Where = ColumnElement[bool]
