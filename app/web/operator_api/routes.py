"""Every route of operators' programs, and of the console's own scripts."""

from app.web.operator_api import audit, contacts, conversations, events, handoffs, overview, reviews, switches

OPERATOR_ROUTES = [
    *switches.ROUTES,
    *handoffs.ROUTES,
    *conversations.ROUTES,
    *reviews.ROUTES,
    *overview.ROUTES,
    *events.ROUTES,
    *audit.ROUTES,
    *contacts.ROUTES,
]
