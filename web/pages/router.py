"""All pages, in the order they are matched."""

from web.pages import chat, checking, lasting, listing, pasting, procedure, prose, record, report, staff

ROUTERS = (
    chat.router,
    lasting.router,
    record.router,
    procedure.router,
    listing.router,
    prose.router,
    checking.router,
    report.router,
    staff.router,
    pasting.router,
)
