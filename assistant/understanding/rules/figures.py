"""Figures, and how many there are of something."""

from assistant.question import Intent
from assistant.understanding.rules.rule import Rule

# fmt: off
FIGURES: tuple[Rule, ...] = (
    Rule("position.not_participating !positions", Intent.PARTICIPATION),
    Rule("form.how_many object.states bare !theme", Intent.PARTICIPATION),
    Rule("object.participation object.outcome !theme !state !group !object.states !others", Intent.OUTCOME),
    Rule("object.participation !theme", Intent.PARTICIPATION),
    Rule("form.yes_no object.vote count !state !position !theme", Intent.PARTICIPATION),
    Rule("state count form.yes_no !position !theme !amount !object.say !object.statement !hypothesis"
         " !object.blocking", Intent.STATE_POSITION),
    Rule("state amount !position !object.vote", Intent.FIGURE),
    Rule("object.figure form.how_many state !position !object.vote", Intent.FIGURE),
    Rule("form.how_many|object.figure theme|unit !position !object.vote", Intent.FIGURE),
    Rule("amount theme|unit !position !object.vote !object.states", Intent.FIGURE),
    Rule("object.figure topic.pool", Intent.FIGURE),
    Rule("form.how_many topic.pool !state !position !object.vote !object.states !object.everyone"
         " !time.duration !object.statement !object.document", Intent.FIGURE),
    Rule("amount topic.pool !position !object.vote", Intent.FIGURE),
    Rule("amount !position !object.vote !object.states !state", Intent.FIGURE),
)
# fmt: on
