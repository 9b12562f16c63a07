import pytest

from byhand.domain.language import LANGUAGES, SYSTEM_LANGUAGE, judged_language, spoken_language
from byhand.errors import UsageError


@pytest.mark.parametrize("language", [SYSTEM_LANGUAGE, *LANGUAGES])
def test_what_can_be_spoken_can_be_chosen(language: str) -> None:
    assert judged_language(language) == language


@pytest.mark.parametrize("language", ["", "tlh", "DE", "zh", "../de"])
def test_nothing_else_can_be_chosen(language: str) -> None:
    with pytest.raises(UsageError):
        judged_language(language)


def test_traditional_characters_are_not_answered_in_simplified_ones() -> None:
    for wanted in (("zh-Hant",), ("zh-HK",), ("zh_TW",)):
        assert spoken_language(SYSTEM_LANGUAGE, (*wanted, "de")) == "de"
    for wanted in (("zh",), ("zh-Hans-SG",), ("zh_CN",)):
        assert spoken_language(SYSTEM_LANGUAGE, (*wanted, "de")) == "zh_CN"
