"""Numbers, dates, money, units, addresses, identifiers: templates, one field name per kind of random value."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Callable

NUMBER_FORMS = """
{int}
{int:,}
{dotted}
{spaced}
{real}
{real}
{percent}%
−{int}
-{int}
±{small}
({int})
{two},{two} €
${int:,}.{two}
£{int}
€{int:,}
{int} $
{digit}.{two}×10
{digit}e-{digit}
{hour}:{minute}
{month}/{day}/{year}
{day}.{month}.{year}
{year}-{month:02d}-{day:02d}
{digit}{two}–{year}
[{two}]
#{int}
{two}/{two}
+{two} {digit}{two} {int}
§ {two}
No. {two}
p < {small}
n = {int}
{two} {unit}
{real} {unit}
""".strip().splitlines()

UNITS = "mm cm km kg mg ml GHz MHz kHz Hz eV keV MeV GeV nm µm °C °F K Pa kPa mol dB GB MB ms ns kWh V mA Ω ppm bar".split()

ADDRESS_FORMS = """
{word}.{word}@{host}
{{{word},{word},{word}}}@{host}
https://{host}/{word}/{word}_{word}
http://{host}/~{word}/{word}.html#{word}
https://{host}/{word}?{word}={junk}&{word}={two}
doi:10.{four}/{word}.{four}
https://doi.org/10.{four}/{junk}
arXiv:{two}{month:02d}.{four}{digit}v{digit} [{subject}] {day} {month_name} {year}
ISBN {digit}{two}-{digit}-{four}-{four}-{digit}
/usr/{word}/{word}/{word}.{suffix}
C:\\{word}\\{word}.exe
github.com/{word}/{word}-{word}
{word}_{word}({word}, {word}={two})
<{word} {word}="{word}">
\\{word}{{{word}}}[{word}]
${{{word}}} && {word} | {word} > {word}.txt
{junk}
""".strip().splitlines()


class Values:
    """Fresh random values by name, for `str.format_map`; words come from a text."""

    def __init__(self, rng: random.Random, text: str = "") -> None:
        words = [word.lower() for word in re.findall(r"[A-Za-z]{2,12}", text)] or ["data"]
        integer = rng.randint
        self._makers: dict[str, Callable[[], object]] = {
            "int": lambda: integer(0, 10 ** integer(1, 7)),
            "dotted": lambda: f"{integer(1000, 10**7):,}".replace(",", "."),
            "spaced": lambda: f"{integer(1000, 10**7):,}".replace(",", " "),
            "real": lambda: f"{rng.random() * 10 ** integer(0, 4):.{integer(1, 4)}f}",
            "small": lambda: f"{rng.random() / rng.choice([1, 10]):.{integer(2, 3)}f}",
            "percent": lambda: f"{rng.random() * 100:.{integer(0, 2)}f}",
            "digit": lambda: integer(1, 9),
            "two": lambda: integer(10, 99),
            "four": lambda: integer(1000, 9999),
            "hour": lambda: integer(0, 23),
            "minute": lambda: f"{integer(0, 59):02d}",
            "day": lambda: integer(1, 28),
            "month": lambda: integer(1, 12),
            "year": lambda: integer(1900, 2030),
            "month_name": lambda: rng.choice("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()),
            "unit": lambda: rng.choice(UNITS),
            "word": lambda: rng.choice(words),
            "host": lambda: f"{rng.choice(['', 'www.'])}{rng.choice(words)}.{rng.choice('com org net edu de fr io ac.uk gov'.split())}",
            "junk": lambda: "".join(rng.choices(string.ascii_letters + string.digits + "-_", k=integer(4, 14))),
            "suffix": lambda: rng.choice("py c txt json so".split()),
            "subject": lambda: rng.choice(["cs.LG", "math.AG", "hep-th", "astro-ph.CO"]),
        }

    def __getitem__(self, name: str) -> object:
        return self._makers[name]()


def number(rng: random.Random) -> str:
    """One number, amount, date or measure."""
    return rng.choice(NUMBER_FORMS).format_map(Values(rng))


def address(rng: random.Random, text: str) -> str:
    """An e-mail, URL, identifier, path or scrap of code made of words of the text."""
    return rng.choice(ADDRESS_FORMS).format_map(Values(rng, text))
