"""All pages, in the order they are matched."""

from web.pages import chat, lasting, listing, procedure, prose, record, report, staff

ROUTERS = (
    chat.router,
    lasting.router,
    record.router,
    procedure.router,
    listing.router,
    prose.router,
    report.router,
    staff.router,
)
