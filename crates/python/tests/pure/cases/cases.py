"""Prints calls and what CPython answers: see `main.rs`."""

import random

rng = random.Random(311)


def escape(argument):
    if isinstance(argument, (bytes, bytearray)):
        return argument.hex()
    text = argument if isinstance(argument, str) else repr(argument)
    return (text.replace("\\", "\\\\").replace("\t", "\\t")
            .replace("\n", "\\n").replace("\r", "\\r"))


def case(name, call, *arguments):
    """Calls with these arguments, which are printed too."""
    try:
        result = repr(call(*arguments))
    except Exception as error:
        text = str(error)
        result = "!" + repr(f"{type(error).__name__}: {text}" if text else type(error).__name__)
    print("\t".join([name, *map(escape, arguments), "=", result]))


TEXTS = [
    "", " ", "a", "A", "abc", "Hello World", "  two  words  ", "it's", 'say "hi"', "both ' and \"",
    "a,b,,c", ",a,", "aaaa", "abcabcabc", "-12", "+3.5", "00", "tab\there", "a\tbc\td\n\te",
    "line\nline\r\nline\rline\x0bline\x0cend\n", "\x1c\x1d\x1e\x85\u2028\u2029x", "\\back\\slash",
    "\x00\x07\x1b\x7f\x80\xa0\xad", "한글 텍스트", "가나다라마바사", "합계=10", "日本語 テキスト",
    "straße", "ŒUVRE", "ΑΣΣ ΑΣ", "ὈΔΥΣΣΕΎΣ", "ǆ ǅ Ǆ", "ﬁne ﬂow", "İstanbul ıI", "ŉ", "ᾳ ᾼ ῼ",
    "é e\u0301", "😀 emoji 😀", "🇰🇷", "\u200b\ufeff", "\U000e0001", "½ ² ٣ 三 Ⅷ", "१२३", "ＡＢＣ１２３",
    "Ꭰꭰᏸ", "ა Ა", "they're bill's friends", "x1y2", "__name__", "한글_변수1", "1abc", "class", "a b",
    "\n", "\r\n", "\n\n", "\ud7ff\ue000\uffff", "A\u0345b", "ʼN",
]


def random_text(alphabet, longest):
    return "".join(rng.choice(alphabet) for _ in range(rng.randint(0, longest)))
