"""Blocks of an HTML page. `data-k` names the class of a block; `data-g` says that the element's own box is the region."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from layoutnet.html_graphics import chart_svg, diagram_svg, photo_svg
from layoutnet.sources import Draw

BULLETS = ("•", "–", "▪", "◦", "*", "►", "✓", "»", "○")
CODE_WORDS = "if for while return def class import self value index result print node left right map data size open read".split()


@dataclass
class Counters:
    """Numbers printed so far on the page."""

    section: int = 1
    subsection: int = 0
    figure: int = 1
    table: int = 1
    equation: int = 1
    item: int = 1
    notes: list[str] = field(default_factory=list)
    """Footnotes called for on this page."""


@dataclass
class Style:
    """What stays the same over a page."""

    numbered: bool
    inline_formulas: float
    """Probability that a paragraph holds formulas."""
    caption_word: str
    table_word: str
    hanging: bool
    notes: bool


def block(kind: str, content: str, extra: str = "", tag: str = "div") -> str:
    return f'<{tag} data-k="{kind}" class="{kind}" {extra}>{content}</{tag}>'


def rich(draw: Draw, text: str, style: Style, counters: Counters) -> str:
    """Text with emphasis, citations, inline formulas and note marks strewn in."""
    words = [escape(word) for word in text.split()]
    formulas = draw.chance(style.inline_formulas) and draw.sources.inline
    for place in range(len(words)):
        if draw.chance(0.01):
            words[place] = f"<b>{words[place]}</b>" if draw.chance(0.4) else f"<i>{words[place]}</i>"
        elif formulas and draw.chance(0.05):
            words[place] = f'<span class="mi">&#8203;{draw.pick(draw.sources.inline)}</span>'
        elif draw.chance(0.006):
            words[place] += f" [{draw.number(1, 60)}]"
        elif style.notes and len(counters.notes) < 4 and draw.chance(0.008):
            counters.notes.append(draw.paragraph(draw.number(40, 260)))
            words[place] += f"<sup>{len(counters.notes)}</sup>"
    return " ".join(words)


def paragraph(draw: Draw, style: Style, counters: Counters) -> str:
    return block("text", rich(draw, draw.paragraph(draw.number(60, 1100)), style, counters), tag="p")


def heading(draw: Draw, style: Style, counters: Counters) -> str:
    deep = draw.chance(0.45)
    counters.subsection = counters.subsection + 1 if deep else 0
    counters.section += 0 if deep else 1
    number = f"{counters.section}.{counters.subsection}" if deep else f"{counters.section}{draw.pick(('', '.'))}"
    prefix = f"{number}&ensp;" if style.numbered else ""
    text = draw.snippet("section", 90) if draw.chance(0.7) else draw.words(1, 8)
    level = draw.pick(("h3", "h4")) if deep else "h2"
    return block("section_header", prefix + escape(text), tag=level)


def bullet_list(draw: Draw, style: Style, counters: Counters) -> str:
    ordered = draw.chance(0.4)
    bullet = draw.pick(BULLETS)
    form = draw.pick(("{}.", "({})", "{})", "[{}]"))
    letters = draw.chance(0.3)
    short = draw.chance(0.5)
    items = []
    for index in range(draw.number(2, 7)):
        marker = form.format(chr(97 + index) if letters else index + 1) if ordered else bullet
        text = draw.words(2, 12) if short else draw.paragraph(draw.number(50, 320))
        items.append(
            f'<div data-k="list_item" class="list_item"><span class="marker">{marker}</span>{rich(draw, text, style, counters)}</div>'
        )
    return f'<div class="list" style="margin-left:{draw.real(0, 2.2):.1f}em">{"".join(items)}</div>'


def references(draw: Draw, style: Style, counters: Counters) -> str:
    numbered = draw.chance(0.7)
    rows = []
    for _ in range(draw.number(6, 24)):
        marker = f'<span class="marker">[{counters.item}]</span>' if numbered else ""
        counters.item += 1
        rows.append(
            block("text", marker + escape(draw.snippet("reference", 320)), 'style="padding-left:2.2em;text-indent:-2.2em;margin:.15em 0"')
        )
    return "".join(rows)


def quote(draw: Draw, style: Style, counters: Counters) -> str:
    look = draw.pick(("margin:1em 2.5em", "margin:1em 2em;font-style:italic", "margin:1em 0;padding-left:1.2em;border-left:3px solid #aaa"))
    return block("quote", rich(draw, draw.paragraph(draw.number(80, 420)), style, counters), f'style="{look}"')


def formula(draw: Draw, style: Style, counters: Counters) -> str:
    if not draw.sources.display:
        return paragraph(draw, style, counters)
    number = ""
    if draw.chance(0.6):
        number = f'<span data-k="equation_number" class="eqno">({counters.equation})</span>'
        counters.equation += 1
    svg = draw.pick(draw.sources.display)
    place = draw.pick(("center", "center", "flex-start"))
    return f'<div class="equation" style="justify-content:{place}"><span data-k="math" data-g data-i>{svg}</span>{number}</div>'


def code(draw: Draw, style: Style, counters: Counters) -> str:
    rows = []
    depth = 0
    for _ in range(draw.number(3, 18)):
        depth = max(0, min(4, depth + draw.number(-1, 1)))
        words = [draw.pick(CODE_WORDS) if draw.chance(0.6) else draw.pick("()={}[];:+-<>\"'") for _ in range(draw.number(2, 9))]
        rows.append(f'<div style="padding-left:{2 * depth}ch">{escape(" ".join(words))}</div>')
    look = draw.pick(("", "background:#f3f3f3;padding:.5em", "border:1px solid #888;padding:.4em", "background:#eef"))
    return block("code", "".join(rows), f'style="{look}"')


CELLS = ("number", "number", "money", "words", "percent", "date")


def cell(draw: Draw, kind: str) -> str:
    match kind:
        case "number":
            return f"{draw.real(0, 10 ** draw.number(1, 6)):,.{draw.number(0, 3)}f}"
        case "money":
            return f"{draw.pick(('$', '€', '£', ''))}{draw.real(1, 9999):,.2f}"
        case "percent":
            return f"{draw.real(0, 100):.1f}%"
        case "date":
            return f"{draw.number(1, 28):02}.{draw.number(1, 12):02}.{draw.number(1950, 2030)}"
        case _:
            return escape(draw.words(1, 4))


def table(draw: Draw, style: Style, counters: Counters, rows: int = 0, caption: bool = True) -> str:
    columns = draw.number(2, 8)
    kinds = ["words" if draw.chance(0.8) else "number", *[draw.pick(CELLS) for _ in range(columns - 1)]]
    look = draw.pick(("grid", "book", "book", "rows", "bare", "zebra", "head"))
    head = "".join(f"<th>{escape(draw.words(1, 2))}</th>" for _ in kinds)
    body = []
    for _ in range(rows or draw.number(2, 14)):
        body.append("<tr>" + "".join(f"<td class={kind}>{'' if draw.chance(0.06) else cell(draw, kind)}</td>" for kind in kinds) + "</tr>")
    full = "width:100%" if draw.chance(0.45) else "margin-left:auto;margin-right:auto"
    grid = f'<table data-k="table" data-g class="t-{look}" style="{full};font-size:{draw.real(0.75, 1):.2f}em"><tr>{head}</tr>{"".join(body)}</table>'
    if not caption or draw.chance(0.25):
        return f'<div class="float">{grid}</div>'
    text = caption_block(draw, style, f"{style.table_word} {counters.table}")
    counters.table += 1
    return f'<div class="float">{text + grid if draw.chance(0.65) else grid + text}</div>'


def caption_block(draw: Draw, style: Style, label: str) -> str:
    end = draw.pick((":", ".", " –", ""))
    text = draw.snippet("caption", draw.number(40, 380)) if draw.chance(0.6) else draw.words(3, 16)
    bold = f"<b>{label}{end}</b>" if draw.chance(0.4) else f"{label}{end}"
    align = draw.pick(("left", "center", "justify"))
    return block("figure_label", f"{bold} {escape(text)}", f'style="text-align:{align}"')


def figure(draw: Draw, style: Style, counters: Counters, width: float = 0, caption: bool = True) -> str:
    share = width or draw.real(0.4, 1)
    parts = "".join(graphic(draw, share) for _ in range(1 if draw.chance(0.85) else 2))
    if not caption or draw.chance(0.15):
        return f'<div class="float">{parts}</div>'
    text = caption_block(draw, style, f"{style.caption_word} {counters.figure}")
    counters.figure += 1
    return f'<div class="float">{parts + text if draw.chance(0.9) else text + parts}</div>'


def graphic(draw: Draw, share: float) -> str:
    """A picture: half of the corpus, half drawn here."""
    ratio = draw.real(0.45, 1.0)
    kind = draw.pick(("chart", "diagram", "photo"))
    place = f'style="width:{share * 100:.0f}%;aspect-ratio:{1 / ratio:.3f};display:block;margin:.3em auto"'
    name = "chart" if kind == "chart" else "diagram"
    stored = draw.sources.pictures.get(kind)
    if stored and draw.chance(0.45):
        place = f'style="width:{share * 100:.0f}%;max-height:24em;object-fit:contain;display:block;margin:.3em auto"'
        return f'<div data-k="{name}" data-g data-i {place.replace("object-fit:contain;", "width:fit-content;")}><img src="{draw.pick(stored)}" style="max-width:100%;max-height:24em;display:block"></div>'
    svg = {"chart": chart_svg, "diagram": diagram_svg, "photo": photo_svg}[kind](draw, 400, int(400 * ratio))
    return f'<div data-k="{name}" data-g data-i {place}>{svg}</div>'


def form_row(draw: Draw, style: Style, counters: Counters) -> str:
    label = escape(draw.words(1, 5))
    width = draw.real(15, 60)
    match draw.pick(("line", "box", "check", "boxes", "dots")):
        case "line":
            field_ = f'<span data-k="form_field" data-g class="line" style="width:{width:.0f}%"></span>'
        case "box":
            field_ = f'<span data-k="form_field" data-g class="boxed" style="width:{width:.0f}%"></span>'
        case "check":
            options = [
                f'<span data-k="form_field" data-g class="check"></span> {escape(draw.words(1, 2))}&emsp;' for _ in range(draw.number(1, 4))
            ]
            field_ = "".join(options)
        case "boxes":
            field_ = (
                f'<span data-k="form_field" data-g style="display:inline-flex">{"<span class=digit></span>" * draw.number(3, 10)}</span>'
            )
        case _:
            field_ = f'<span data-k="form_field" data-g class="dots" style="width:{width:.0f}%"></span>'
    return f'<div data-k="text" class="row">{label}{draw.pick((":", "", " *"))} {field_}</div>'


def contents_rows(draw: Draw, style: Style, counters: Counters) -> str:
    page = draw.number(1, 20)
    rows = []
    leader = draw.pick(("dotted", "dotted", "none"))
    for _ in range(draw.number(8, 40)):
        depth = draw.pick((0, 0, 1, 1, 2))
        page += draw.number(0, 9)
        rows.append(
            f'<div data-k="toc_row" class="toc" style="padding-left:{1.4 * depth}em;{"font-weight:bold" if depth == 0 and draw.chance(0.5) else ""}">'
            f'<span>{escape(draw.snippet("section", 70))}</span><span class="leader" style="border-bottom-style:{leader}"></span><span>{page}</span></div>'
        )
    return "".join(rows)


PARTS = {
    "paragraph": paragraph,
    "heading": heading,
    "list": bullet_list,
    "quote": quote,
    "formula": formula,
    "code": code,
    "table": table,
    "figure": figure,
    "form": form_row,
    "references": references,
    "contents": contents_rows,
}


def flow(draw: Draw, style: Style, counters: Counters, weights: dict[str, float], parts: int) -> str:
    """A run of blocks; a heading is never followed by another."""
    made = []
    before = ""
    for _ in range(parts):
        kind = draw.weighted(weights)
        if kind == "heading" and before == "heading":
            kind = "paragraph"
        made.append(PARTS[kind](draw, style, counters))
        before = kind
    return "".join(made)
