"""Protocol names: what they stand for and which are refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byhand.errors import LocalProtocolError
from byhand.noise.patterns import MessagePattern, StaticKey, parse_protocol_name

SUITE = "_25519_ChaChaPoly_BLAKE2s"


@pytest.mark.parametrize(
    ("pattern", "messages"),
    [
        ("XX", (("e",), ("e", "ee", "s", "es"), ("s", "se"))),
        ("XXpsk3", (("e",), ("e", "ee", "s", "es"), ("s", "se", "psk"))),
        ("IKpsk2", (("e", "es", "s", "ss"), ("e", "ee", "se", "psk"))),
        ("NNpsk0", (("psk", "e"), ("e", "ee"))),
        ("NNpsk0+psk1+psk2", (("psk", "e", "psk"), ("e", "ee", "psk"))),
    ],
)
def test_modifiers_put_psk_tokens_at_their_places(
    pattern: str, messages: tuple[MessagePattern, ...]
) -> None:
    assert parse_protocol_name(f"Noise_{pattern}{SUITE}").messages == messages


def test_a_name_says_who_has_a_static_key_and_which_functions_are_used() -> None:
    protocol = parse_protocol_name("Noise_IKpsk2_25519_AESGCM_SHA512")
    assert protocol.initiator_static is StaticKey.IMMEDIATE
    assert protocol.responder_static is StaticKey.KNOWN
    assert protocol.cipher.name == "AESGCM"
    assert (protocol.hash_function.name, protocol.hash_function.size) == ("SHA512", 64)


@pytest.mark.parametrize(
    "name",
    [
        "",
        f"XX{SUITE}",
        f"Noise_XX{SUITE}\n",
        f"noise_XX{SUITE}",
        f"Noise_ZZ{SUITE}",
        f"Noise_X{SUITE}",
        f"Noise_XXfallback{SUITE}",
        f"Noise_XXpsk{SUITE}",
        f"Noise_XXpsk4{SUITE}",
        f"Noise_NNpsk3{SUITE}",
        f"Noise_XXpsk10{SUITE}",
        f"Noise_XXpsk0psk1{SUITE}",
        f"Noise_XXpsk0+{SUITE}",
        f"Noise_XXpsk1+psk0{SUITE}",
        f"Noise_XXpsk1+psk1{SUITE}",
        f"Noise_XXpsk²{SUITE}",
        "Noise_XX_448_ChaChaPoly_BLAKE2s",
        "Noise_XX_25519_ChaChaPoly_MD5",
        "Noise_XX_25519_None_BLAKE2s",
        "Noise_XX_25519_ChaChaPoly",
    ],
)
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(LocalProtocolError):
        parse_protocol_name(name)


@settings(deadline=None)
@given(st.text(st.characters(codec="ascii")))
def test_no_text_raises_anything_else(text: str) -> None:
    with pytest.raises(LocalProtocolError):
        parse_protocol_name(text)
