"""Makes the text of one line, without its look: prose, prose with formulas, references, numbers, code, table cells …"""

from __future__ import annotations

import random
import re
import string
from collections.abc import Callable
from dataclasses import dataclass

from textlines import forms
from textlines.alphabet import CLOSE, DIGITS, GREEK_TEXT, LATIN_1, LATIN_EXTENDED_A, LATIN_MORE, OPEN, TEXT_SYMBOLS, TYPOGRAPHIC, UPPER
from textlines.corpus import Corpus


@dataclass(frozen=True)
class Segment:
    """A stretch of text, or a formula (LaTeX) with its labels."""

    text: str
    maths: list[str] | None = None


RAISE, LOWER_AGAIN = "\ue000", "\ue001"
"""Marks in the text of a segment around characters set small and high."""
RAISED_DIGITS = dict(zip(DIGITS, "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))


LEADER = "...."
"""What a row of leading dots is read as, however long and wide it is."""


def text_labels(text: str) -> list[str]:
    """Characters of a text; raised digits are labels of their own, other raised characters are written as they are."""
    out: list[str] = []
    raised = False
    for c in re.sub(r"\.( ?\.){3,}", LEADER, text):
        if c in (RAISE, LOWER_AGAIN):
            raised = c == RAISE
        else:
            out.append(RAISED_DIGITS.get(c, c) if raised else c)
    return out


@dataclass(frozen=True)
class LineText:
    """Content of a line; `mono` asks for a typewriter face more often."""

    kind: str
    segments: list[Segment]
    mono: bool = False

    @property
    def labels(self) -> list[str]:
        out: list[str] = []
        for segment in self.segments:
            out += [OPEN, *segment.maths, CLOSE] if segment.maths is not None else text_labels(segment.text)
        return out


def curl_quotes(text: str, rng: random.Random) -> str:
    """Straight quotes become typographic ones (English, German or French style), as typeset text has them."""
    left, right = rng.choice(["“”", "“”", "“”", "„“", "«»", "””"])
    text = re.sub(r'(^|[\s(\[—–-])"', lambda m: m.group(1) + left, text)
    text = text.replace('"', right)
    text = re.sub(r"(^|[\s(\[—–-])'", lambda m: m.group(1) + "‘", text)
    return text.replace("'", "’")


def window(text: str, rng: random.Random, least: int, most: int) -> str:
    """A run of whole words of the text, about `least` to `most` characters long."""
    words = text.split(" ")
    length = rng.randint(least, most)
    room = len(text) - length
    start = text.count(" ", 0, rng.randrange(room)) if room > 0 else 0
    out = ""
    for word in words[start:]:
        if out and len(out) + 1 + len(word) > length:
            break
        out = f"{out} {word}" if out else word
    return out[:most]


def line_length(rng: random.Random) -> int:
    """Characters aimed at: columns and full lines mostly, short last lines and words too."""
    return rng.choice([rng.randint(2, 20), rng.randint(20, 60), rng.randint(35, 60), rng.randint(50, 90), rng.randint(70, 100)])


def typeset(text: str, rng: random.Random) -> str:
    """Quotes and dashes as a typesetter would have them, most of the time."""
    if rng.random() < 0.75:
        text = curl_quotes(text, rng).replace("---", "—").replace(" -- ", " – ").replace("--", "—")
    if rng.random() < 0.06 and " " in text:
        text = f"{text.rstrip('-')}-"  # a word broken at the line's end
    return text


def prose(corpus: Corpus, rng: random.Random) -> LineText:
    most = line_length(rng)
    return LineText("prose", [Segment(typeset(window(corpus.paragraph(rng), rng, max(2, most - 15), most), rng))])


def capitals(corpus: Corpus, rng: random.Random) -> LineText:
    source = rng.choice([*(rng.choice(corpus.snippets[kind]) for kind in ("section", "title")), corpus.paragraph(rng)])
    text = window(source, rng, 3, rng.randint(8, 50))
    return LineText("capitals", [Segment(curl_quotes(text.upper() if rng.random() < 0.8 else text.title(), rng))])


def snippet(kind: str) -> Callable[[Corpus, random.Random], LineText]:
    def compose(corpus: Corpus, rng: random.Random) -> LineText:
        text = re.sub(r"\s+", " ", rng.choice(corpus.snippets[kind]))
        most = line_length(rng)
        prefix = ""
        if kind == "section" and rng.random() < 0.5:
            prefix = ".".join(str(rng.randint(1, 12)) for _ in range(rng.randint(1, 3))) + rng.choice([" ", " ", ". "])
        if kind == "list" and rng.random() < 0.7:
            number, letter = rng.randint(1, 20), rng.choice("abcdefgiv")
            prefix = rng.choice(["• ", "– ", "◦ ", f"{number}. ", f"({letter}) ", f"{letter}) "])
        return LineText(kind, [Segment(prefix + typeset(window(text, rng, max(2, most - 15), most), rng))])

    return compose


def table_cells(corpus: Corpus, rng: random.Random) -> LineText:
    rows = [row for row in rng.choice(corpus.snippets["table"]).split("\n") if row.strip()]
    cells = [cell.strip() for cell in (rng.choice(rows) if rows else "").split("\t") if cell.strip()]
    if not cells or rng.random() < 0.25:
        return numbers(corpus, rng)
    return LineText("cell", [Segment(rng.choice(cells)[:60] if rng.random() < 0.7 else " ".join(cells)[:80])])


def numbers(corpus: Corpus, rng: random.Random) -> LineText:
    count = rng.choice([1, 1, 1, 2, 3, 6, 10])
    between = rng.choice([" ", "  ", ", ", " | ", " & "])
    return LineText("number", [Segment(between.join(forms.number(rng) for _ in range(count))[:90].strip())])


def addresses(corpus: Corpus, rng: random.Random) -> LineText:
    text = forms.address(rng, rng.choice(corpus.english))
    if rng.random() < 0.3:
        text = f"{window(corpus.paragraph(rng), rng, 3, 30)} {text}"
    return LineText("address", [Segment(text[:95])], mono=rng.random() < 0.6)


def code(corpus: Corpus, rng: random.Random) -> LineText:
    return LineText(
        "code", [Segment(re.sub(r"\s+", " ", rng.choice(corpus.code))[: rng.randint(10, 90)].strip())], mono=rng.random() < 0.85
    )


RARE = LATIN_1 + LATIN_EXTENDED_A + LATIN_MORE + TYPOGRAPHIC + TEXT_SYMBOLS + GREEK_TEXT + list("{}[]<>|\\/_^~`@#$%&*+=\"'") * 5


def soup(corpus: Corpus, rng: random.Random) -> LineText:
    """Rare characters in words and alone: what no language model would expect."""
    words = re.findall(r"\S+", window(corpus.paragraph(rng), rng, 5, 50)) or ["a"]
    out = []
    for word in words:
        draw = rng.random()
        if draw < 0.25:
            out.append(rng.choice(RARE))
        elif draw < 0.6:
            i = rng.randrange(len(word) + 1)
            out.append(word[:i] + rng.choice(RARE) + word[i + (rng.random() < 0.5) :])
        elif draw < 0.75:
            out.append("".join(rng.choice(string.ascii_letters + DIGITS + "lI1O0oS5Z2") for _ in range(rng.randint(1, 8))))
        else:
            out.append(word)
    return LineText("soup", [Segment(" ".join(out)[:70])])


def symbol(corpus: Corpus, rng: random.Random) -> LineText:
    """One to three characters alone, or a short word."""
    pool = rng.choice([UPPER + string.ascii_lowercase, DIGITS, string.punctuation, RARE, "•–—·*■"])
    text = "".join(rng.choice(pool) for _ in range(rng.randint(1, 3)))
    return LineText("symbol", [Segment(text if rng.random() < 0.5 else window(corpus.paragraph(rng), rng, 1, 9))])


def superscripts(corpus: Corpus, rng: random.Random) -> LineText:
    """Footnote and affiliation marks, raised references, ordinals."""
    words = window(rng.choice([corpus.paragraph(rng), rng.choice(corpus.snippets["author"])]), rng, 10, 60).split(" ")
    for _ in range(rng.randint(1, 4)):
        number = str(rng.randint(1, rng.choice([9, 30])))
        pair = f"{number},{rng.randint(1, 9)}"
        mark = rng.choice([number, number, "*", "†", "‡", "§", "¶", "#", "+", "∗", f"[{number}]", pair, f"{number},*",
                           rng.choice("abcdef"), rng.choice(["th", "st", "nd", "er", "e"])])  # fmt: skip
        i = rng.randrange(len(words))
        words[i] += rng.choice(["®", "™", "°", "²", "³"]) if rng.random() < 0.12 else f"{RAISE}{mark}{LOWER_AGAIN}"
    return LineText("superscript", [Segment(" ".join(words))])


def leaders(corpus: Corpus, rng: random.Random) -> LineText:
    """A line of a table of contents, or a form with a dotted gap."""
    dots = rng.choice([".", ". ", " ."]) * rng.randint(4, 45)
    title = window(rng.choice(corpus.snippets["section"]), rng, 3, 40)
    if rng.random() < 0.7:
        number = ".".join(str(rng.randint(1, 12)) for _ in range(rng.randint(1, 3)))
        between = rng.choice(["", " "])
        text = f"{number + ' ' if rng.random() < 0.5 else ''}{title}{between}{dots}{rng.choice(['', ' '])}{rng.randint(1, 400)}"
    else:
        text = f"{window(title, rng, 3, 15)} {dots} {window(corpus.paragraph(rng), rng, 3, 20)}"
    return LineText("leaders", [Segment(text)])


TEXT_KINDS: list[tuple[float, Callable[[Corpus, random.Random], LineText]]] = [
    (42, prose), (5, snippet("title")), (5, snippet("section")), (7, snippet("caption")), (8, snippet("reference")), (5, snippet("author")),
    (3, snippet("list")), (6, table_cells), (6, numbers), (5, addresses), (6, code), (5, capitals), (4, soup),
    (3, symbol), (4, superscripts), (4, leaders),
]  # fmt: skip


def compose_text(corpus: Corpus, rng: random.Random) -> LineText:
    """A line without formulas."""
    return rng.choices([maker for _, maker in TEXT_KINDS], [weight for weight, _ in TEXT_KINDS])[0](corpus, rng)


def compose_maths(corpus: Corpus, rng: random.Random) -> LineText:
    """Prose with formulas put between its words, or a formula alone."""
    if rng.random() < 0.06:
        latex, labels = corpus.formula(rng)
        return LineText("formula", [Segment(latex, labels)])
    words = typeset(window(corpus.paragraph(rng), rng, 12, rng.randint(20, 80)), rng).split(" ")
    density = rng.choice([0.08, 0.15, 0.15, 0.35])
    segments: list[Segment] = []
    text = ""
    for word in words:
        text += word
        if rng.random() < density:
            latex, labels = corpus.formula(rng, rng.choice([6, 14, 36]))
            before, after = rng.choice([(" ", " ")] * 6 + [(" (", ") "), (" ", ", "), (" ", ". "), (" ", "-"), (" ", "; "), (" ", ": ")])
            segments += [Segment(text + before), Segment(latex, labels)]
            text = after
        else:
            text += " "
    segments.append(Segment(text.rstrip()))
    kept = [segment for segment in segments if segment.text]
    return LineText("maths" if any(segment.maths for segment in kept) else "prose", kept)
