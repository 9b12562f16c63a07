"""How sizes, times, states and errors are said to people, in the window and on the terminal.

Names handed in (`friend_name`, `name`) must have been through `safe_text`; texts taken out of a
transfer or an error go through it here.
"""

from byhand.wording.bottlenecks import bottleneck_line
from byhand.wording.checks import check_line, check_result, checking_line
from byhand.wording.connection import (
    check_step_title,
    check_summary,
    check_verdict_word,
    finding_advice,
    finding_line,
)
from byhand.wording.errors import error_sentence, invite_sentence
from byhand.wording.failures import code_sentence, file_problem, problem_line
from byhand.wording.files import file_line
from byhand.wording.groups import (
    consent_line,
    from_line,
    group_line,
    group_mode_text,
    may_leave_line,
    member_line,
    member_name,
    passing_on_line,
    together_line,
)
from byhand.wording.introductions import (
    introduction_answer,
    introduction_details,
    introduction_line,
    introduction_sent,
)
from byhand.wording.languages import translations_line
from byhand.wording.limits import at_once_line, hours_line, limits_line
from byhand.wording.pairing import (
    DANGERS,
    digits_apart,
    digits_spoken,
    pairing_done,
    pairing_line,
    pairing_problem,
    pairing_question,
    window_line,
    window_warning,
)
from byhand.wording.quantities import (
    amount,
    caution_tag,
    compared_line,
    count_files,
    many_entries_line,
    number,
    programs_line,
    round_size,
    size,
    speed,
    time_left,
)
from byhand.wording.requests import invite_request, transfer_request
from byhand.wording.states import (
    STALLED_SECONDS,
    last_seen_line,
    presence_line,
    transfer_line,
)
from byhand.wording.translation import Translate, plain

__all__ = [
    "DANGERS",
    "STALLED_SECONDS",
    "Translate",
    "amount",
    "at_once_line",
    "bottleneck_line",
    "caution_tag",
    "check_line",
    "check_result",
    "check_step_title",
    "check_summary",
    "check_verdict_word",
    "checking_line",
    "code_sentence",
    "compared_line",
    "consent_line",
    "count_files",
    "digits_apart",
    "digits_spoken",
    "error_sentence",
    "file_line",
    "file_problem",
    "finding_advice",
    "finding_line",
    "from_line",
    "group_line",
    "group_mode_text",
    "hours_line",
    "introduction_answer",
    "introduction_details",
    "introduction_line",
    "introduction_sent",
    "invite_request",
    "invite_sentence",
    "last_seen_line",
    "limits_line",
    "many_entries_line",
    "may_leave_line",
    "member_line",
    "member_name",
    "number",
    "pairing_done",
    "pairing_line",
    "pairing_problem",
    "pairing_question",
    "passing_on_line",
    "plain",
    "presence_line",
    "problem_line",
    "programs_line",
    "round_size",
    "size",
    "speed",
    "time_left",
    "together_line",
    "transfer_line",
    "transfer_request",
    "translations_line",
    "window_line",
    "window_warning",
]
