"""Made-up notices to add to a register, and what it then serves."""

SHIPPED = "cm-5563-1-25-rev-1"
NOTICE = """Brussels, 5 January 2026

CM {number}/26

NOTICE

WRITTEN PROCEDURE

Subject: Council Decision on fisheries - Termination of the written procedure

Delegations are informed that the written procedure, opened by document CM 900/26 of 2 January 2026,
was completed on 4 January 2026. All delegations voted in favour of the adoption of the Council
Decision (doc. {number}0/26).
"""


def notice(number, extra=""):
    return f"notice-{number}.txt", (NOTICE.format(number=number) + extra).encode()


def ids(register):
    return {record.id for record in register.assistant().library.records}
