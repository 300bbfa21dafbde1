"""Kinds of pages: each is a frame of columns, heads and floats filled with a mixture of blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from layoutnet.html_parts import (
    Counters,
    Style,
    block,
    bullet_list,
    contents_rows,
    figure,
    flow,
    form_row,
    graphic,
    paragraph,
    references,
    rich,
    table,
)
from layoutnet.sources import Draw

SERIF = (
    "Latin Modern Roman",
    "CMU Serif",
    "Liberation Serif",
    "TeX Gyre Termes",
    "TeX Gyre Pagella",
    "EB Garamond",
    "Charis SIL",
    "Gentium Plus",
    "Caladea",
    "C059",
    "Noto Serif",
    "DejaVu Serif",
)
SANS = (
    "Liberation Sans",
    "Carlito",
    "Open Sans",
    "Roboto",
    "Lato",
    "DejaVu Sans",
    "Inter",
    "Noto Sans",
    "CMU Sans Serif",
    "TeX Gyre Heros",
    "Clear Sans",
    "Cabin",
)
MONO = ("DejaVu Sans Mono", "Liberation Mono", "Latin Modern Mono", "Courier Prime", "Inconsolata")
SIZES = {"letter": (816, 1056), "a4": (794, 1123), "b5": (665, 944), "slide": (960, 720), "wide": (1280, 720), "landscape": (1123, 794)}

PROSE = {"paragraph": 8, "heading": 1.5, "list": 0.8, "quote": 0.3}
PAPER = {"paragraph": 8, "heading": 1.6, "list": 0.6, "formula": 2.2, "figure": 0.8, "table": 0.7, "code": 0.25, "quote": 0.15}
REPORT = {"paragraph": 5, "heading": 2, "list": 1.2, "figure": 1.2, "table": 1.2, "quote": 0.3}
MANUAL = {"paragraph": 4, "heading": 2, "list": 2.2, "figure": 0.7, "table": 0.5, "code": 2, "quote": 0.3}


@dataclass
class Page:
    """An HTML page and the kind it was drawn as."""

    kind: str
    html: str
    width: int
    height: int


def draw_page(draw: Draw) -> Page:
    kind = draw.weighted({name: weight for name, (weight, _, _) in KINDS.items()})
    _, sizes, frame = KINDS[kind]
    width, height = SIZES[draw.pick(sizes)]
    style = Style(
        numbered=draw.chance(0.6),
        inline_formulas=draw.pick((0.0, 0.3, 0.7)) if kind == "paper" else 0.0,
        caption_word=draw.pick(("Figure", "Fig.", "Abbildung", "Figura", "Exhibit")),
        table_word=draw.pick(("Table", "TABLE", "Tableau", "Tab.")),
        hanging=draw.chance(0.5),
        notes=kind in ("paper", "book") and draw.chance(0.4),
    )
    body = frame(draw, style, Counters(section=draw.number(0, 6), figure=draw.number(1, 9), table=draw.number(1, 9)))
    html = f'<!DOCTYPE html><meta charset="utf-8"><style>{page_css(draw, kind, width, height)}</style><div id="page">{body}</div>'
    return Page(kind, html, width, height)


def page_css(draw: Draw, kind: str, width: int, height: int) -> str:
    serif = kind in ("paper", "book", "newspaper", "letter") and draw.chance(0.75)
    body = draw.pick(SERIF if serif else SANS) if kind != "code" else draw.pick(MONO)
    head = body if draw.chance(0.6) else draw.pick(SANS)
    size = draw.real(10.5, 16) if width < 900 else draw.real(15, 26)
    colour = "#000" if draw.chance(0.75) else draw.pick(("#222", "#333", "#1a1a4a"))
    accent = "#000" if draw.chance(0.55) else draw.pick(("#b00020", "#003f7f", "#20603d", "#c05000", "#555"))
    dark = draw.chance(0.06) or (kind == "slides" and draw.chance(0.25))
    back = (
        draw.pick(("#123", "#222", "#002b36", "#3b1f4b"))
        if dark
        else "#fff"
        if draw.chance(0.85)
        else draw.pick(("#faf6ec", "#eef3f8", "#f7f7f7"))
    )
    colour, accent = ("#eee", "#fff") if dark else (colour, accent)
    indent = draw.real(0.8, 1.8) if draw.chance(0.5) else 0
    gap = draw.real(0.0, 0.25) if indent else draw.real(0.4, 0.9)
    heading_align = draw.pick(("left", "left", "left", "center"))
    return f"""
*{{box-sizing:border-box}} body{{margin:0}}
#page{{position:relative;width:{width}px;height:{height}px;overflow:hidden;background:{back};color:{colour};font:{size:.1f}px/{draw.real(1.12, 1.5):.2f} "{body}",serif;
 display:flex;flex-direction:column;padding:{draw.real(30, 90):.0f}px {draw.real(36, 110):.0f}px}}
p,.text{{margin:0 0 {gap:.2f}em;text-indent:{indent:.1f}em}} .columns .text,.columns .list_item{{text-align:{draw.pick(("justify", "justify", "left"))};hyphens:auto}}
.row,.cellblock{{text-indent:0!important;text-align:left!important;margin:.5em 0}}
h1,h2,h3,h4{{font-family:"{head}",sans-serif;line-height:1.2;color:{accent};text-align:{heading_align};text-indent:0}}
h2{{font-size:{draw.real(1.1, 1.6):.2f}em;margin:{draw.real(0.5, 1.2):.1f}em 0 .4em;font-weight:{draw.pick((700, 700, 400))};font-variant:{draw.pick(("normal", "normal", "small-caps"))}}}
h3{{font-size:{draw.real(1, 1.25):.2f}em;margin:.7em 0 .3em}} h4{{font-size:1em;margin:.6em 0 .2em;font-style:{draw.pick(("normal", "italic"))}}}
.title{{font-family:"{head}",sans-serif;font-size:{draw.real(1.6, 2.8):.2f}em;line-height:1.15;color:{accent};margin:0 0 .5em;text-align:{draw.pick(("center", "left"))};font-weight:{draw.pick((400, 700))}}}
.authors{{text-align:center;margin:.2em 0 .8em}} .abstract{{margin:.8em {draw.real(0, 3):.1f}em;font-size:.92em;text-align:justify}}
.columns{{flex:1;display:flex;gap:{draw.real(1.2, 2.8):.1f}em;min-height:0}} .column{{flex:1;min-width:0;display:flex;flex-direction:column}} .column>[data-clip]{{flex:1;min-height:0}}
.list{{margin:.4em 0}} .list_item{{padding-left:1.8em;margin:{draw.pick((0, 0.15, 0.4))}em 0;position:relative;text-indent:-1.4em}} .marker{{display:inline-block;min-width:1.4em;text-indent:0}}
.equation{{position:relative;display:flex;align-items:center;margin:.7em 0;text-indent:0}} .equation svg{{max-width:90%}} .eqno{{position:absolute;right:0}}
.code{{font:{draw.real(0.75, 0.95):.2f}em/1.3 "{draw.pick(MONO)}",monospace;margin:.6em 0;white-space:pre;overflow:hidden;text-indent:0}} .mi svg{{max-height:2em}}
.figure_label{{font-size:{draw.real(0.78, 1):.2f}em;margin:.4em 0;text-indent:0}} .float{{margin:{draw.real(0.4, 1.2):.1f}em 0}}
table{{border-collapse:collapse;text-indent:0}} td,th{{padding:{draw.real(0.1, 0.45):.2f}em .6em;text-align:left}} td.number,td.money,td.percent{{text-align:right}}
.t-grid td,.t-grid th{{border:1px solid {colour}}} .t-book{{border-top:2px solid {colour};border-bottom:2px solid {colour}}} .t-book th{{border-bottom:1px solid {colour}}}
.t-rows tr{{border-bottom:1px solid #999}} .t-zebra tr:nth-child(even){{background:#8882}} .t-head th{{background:#456;color:#fff}}
.footnotes{{border-top:{draw.pick(("1px solid", "0 solid"))} {colour};margin-top:.6em;padding-top:.3em;width:{draw.pick(("100%", "100%", "60%"))}}} .footnote{{font-size:.8em;text-indent:0}}
.page_info{{font-size:{draw.real(0.75, 1):.2f}em;display:flex;justify-content:space-between;flex:none}} header{{margin-bottom:1.2em;{"border-bottom:1px solid" if draw.chance(0.3) else ""}}} footer{{margin-top:1em}}
.line{{display:inline-block;border-bottom:1px solid;height:1.1em;vertical-align:bottom}} .boxed{{display:inline-block;border:1px solid;height:1.5em;vertical-align:middle;{draw.pick(("", "background:#eef"))}}}
.check{{display:inline-block;width:.9em;height:.9em;border:1px solid;{draw.pick(("", "border-radius:50%"))}}} .dots{{display:inline-block;border-bottom:2px dotted;height:1em}} .digit{{display:inline-block;width:1.2em;height:1.4em;border:1px solid;margin-right:-1px}}
.toc{{display:flex;margin:.15em 0}} .leader{{flex:1;border-bottom:2px;margin:0 .4em .3em}} .quote{{text-indent:0}}
"""


# ---------------------------------------------------------------- frames


def furniture(draw: Draw, tag: str) -> str:
    """Running head or foot: perhaps a page number, perhaps a title, perhaps nothing."""
    if draw.chance(0.3):
        return ""
    number = str(draw.number(1, 480))
    words = escape(draw.words(2, 8)) if draw.chance(0.6) else ""
    cells = [number, words] if draw.chance(0.5) else [words, number]
    if draw.chance(0.3):
        cells = ["", number if not words else words, ""]
    inside = "".join(f'<span data-k="page_info">{cell}</span>' if cell else "<span></span>" for cell in cells)
    return f'<{tag} class="page_info">{inside}</{tag}>'


def columns(draw: Draw, style: Style, counters: Counters, count: int, weights: dict[str, float], first: str = "") -> str:
    """Columns of one flow each; notes called for in a column stand at its foot."""
    made = []
    for index in range(count):
        counters.notes.clear()
        content = (first if index == 0 else "") + flow(draw, style, counters, weights, 22 if count < 3 else 14)
        notes = ""
        if counters.notes:
            rows = "".join(
                f'<div data-k="footnote" class="footnote"><sup>{n}</sup> {escape(text)}</div>' for n, text in enumerate(counters.notes, 1)
            )
            notes = f'<div class="footnotes">{rows}</div>'
        made.append(f'<div class="column"><div data-clip>{content}</div>{notes}</div>')
    return f'<div class="columns">{"".join(made)}</div>'


def wide_float(draw: Draw, style: Style, counters: Counters) -> str:
    if draw.chance(0.7):
        return ""
    return figure(draw, style, counters, draw.real(0.6, 1)) if draw.chance(0.6) else table(draw, style, counters)


def front_matter(draw: Draw, style: Style, counters: Counters) -> str:
    names = ", ".join(draw.snippet("author", 60) for _ in range(draw.number(1, 5)))
    rows = [block("title", escape(draw.snippet("title", 140)), tag="h1"), block("authors", escape(names))]
    if draw.chance(0.7):
        rows.append(block("authors", escape(draw.snippet("author", 110)), 'style="font-style:italic;font-size:.9em"'))
    return "".join(rows)


def abstract(draw: Draw, style: Style) -> str:
    text = rich(draw, draw.paragraph(1100), Style(False, 0.1, "", "", False, False), Counters())
    word = draw.pick(("Abstract", "ABSTRACT", "Summary", "Résumé"))
    if draw.chance(0.5):
        return block("abstract", f"<b>{word}{draw.pick(('.', ':', '—'))}</b> {text}")
    printed = block("abstract", f"<b>{word}</b>", 'style="text-align:center;margin-bottom:.2em"')
    return printed + block("abstract", text)


def paper(draw: Draw, style: Style, counters: Counters) -> str:
    count = draw.pick((1, 1, 2, 2, 2))
    opening, inside = "", ""
    if draw.chance(0.35):
        opening = front_matter(draw, style, counters)
        if draw.chance(0.8):
            if count == 1 or draw.chance(0.4):
                opening += abstract(draw, style)
            else:
                inside = abstract(draw, style)
    elif draw.chance(0.12):
        inside = references(draw, style, counters)
    opening += wide_float(draw, style, counters) if opening == "" else ""
    return furniture(draw, "header") + opening + columns(draw, style, counters, count, PAPER, inside) + furniture(draw, "footer")


def book(draw: Draw, style: Style, counters: Counters) -> str:
    opening = ""
    if draw.chance(0.3):
        opening = block(
            "title" if draw.chance(0.3) else "section_header",
            escape(draw.snippet("section", 70)),
            f'style="margin:{draw.number(30, 160)}px 0 40px;font-size:1.8em"',
            "h2",
        )
    return furniture(draw, "header") + opening + columns(draw, style, counters, 1, PROSE) + furniture(draw, "footer")


def report(draw: Draw, style: Style, counters: Counters) -> str:
    side = ""
    main = columns(draw, style, counters, draw.pick((1, 1, 2)), REPORT)
    if draw.chance(0.25):
        box = flow(draw, style, counters, {"paragraph": 2, "heading": 1, "list": 2}, 3)
        side = f'<div style="width:30%;background:#8882;padding:1em;font-size:.9em"><div data-clip style="height:100%">{box}</div></div>'
        main = f'<div style="display:flex;gap:1.5em;flex:1;min-height:0">{side + main if draw.chance(0.5) else main + side}</div>'
    opening = wide_float(draw, style, counters)
    return furniture(draw, "header") + opening + main + furniture(draw, "footer")


def newspaper(draw: Draw, style: Style, counters: Counters) -> str:
    masthead = block("title", escape(draw.words(2, 4).title()), 'style="font-size:3.2em;text-align:center"') if draw.chance(0.4) else ""
    stories = []
    for _ in range(draw.number(1, 2)):
        head = block(
            "section_header",
            escape(draw.words(4, 10)),
            f'style="font-size:{draw.real(1.5, 2.6):.1f}em;text-align:left;margin:.3em 0"',
            "h2",
        )
        lead = figure(draw, style, counters, draw.real(0.5, 1)) if draw.chance(0.4) else ""
        stories.append(
            f"{head}{lead}{columns(draw, style, counters, draw.number(3, 5), {'paragraph': 9, 'heading': 0.7, 'figure': 0.4, 'quote': 0.2})}"
        )
    return furniture(draw, "header") + masthead + "".join(stories) + furniture(draw, "footer")


def magazine(draw: Draw, style: Style, counters: Counters) -> str:
    photo = f'<div style="margin:-10px 0 1em">{graphic(draw, 1)}</div>' if draw.chance(0.6) else ""
    head = block("title", escape(draw.words(2, 7)), tag="h1") if draw.chance(0.6) else ""
    intro = block("text", escape(draw.paragraph(260)), 'style="font-size:1.25em;text-indent:0"') if draw.chance(0.5) else ""
    return (
        photo
        + head
        + intro
        + columns(draw, style, counters, draw.number(2, 3), {"paragraph": 8, "heading": 1, "quote": 0.8, "figure": 0.5})
        + furniture(draw, "footer")
    )


def invoice(draw: Draw, style: Style, counters: Counters) -> str:
    def address(lines: int) -> str:
        return block("text", "<br>".join(escape(draw.words(1, 4)) for _ in range(lines)), 'style="text-indent:0"')

    logo = f'<div style="width:{draw.number(60, 200)}px">{graphic(draw, 1)}</div>' if draw.chance(0.6) else ""
    top = f'<div style="display:flex;justify-content:space-between">{logo}{address(draw.number(3, 5))}</div>'
    head = block("title", draw.pick(("Invoice", "INVOICE", "Rechnung", "Facture", "Order confirmation", "Receipt")), tag="h1")
    facts = "".join(
        f'<div data-k="text" class="row" style="margin:.1em 0">{escape(draw.words(1, 2))}: {draw.number(100, 99999)}</div>'
        for _ in range(draw.number(2, 5))
    )
    grid = table(draw, style, counters, draw.number(2, 14), caption=False)
    close = "".join(block("text", escape(draw.paragraph(200)), 'style="text-indent:0"') for _ in range(draw.number(1, 3)))
    return f"{top}{address(4)}{head}{facts}{grid}{close}<div style='flex:1'></div>{furniture(draw, 'footer')}"


def form(draw: Draw, style: Style, counters: Counters) -> str:
    title = block("title", escape(draw.words(2, 7)), tag="h1") if draw.chance(0.8) else ""
    rows = []
    for _ in range(draw.number(3, 7)):
        rows.append(
            block(
                "section_header", escape(draw.words(1, 5)), 'style="background:#8883;padding:.1em .3em"' if draw.chance(0.4) else "", "h3"
            )
        )
        rows += [form_row(draw, style, counters) for _ in range(draw.number(2, 6))]
        if draw.chance(0.3):
            rows.append(paragraph(draw, style, counters))
        if draw.chance(0.15):
            rows.append(table(draw, style, counters, draw.number(2, 5), caption=False))
    count = 2 if draw.chance(0.25) else 1
    halves = [rows] if count == 1 else [rows[: len(rows) // 2], rows[len(rows) // 2 :]]
    inner = "".join(f'<div class="column"><div data-clip>{"".join(half)}</div></div>' for half in halves)
    return f'{furniture(draw, "header")}{title}<div class="columns">{inner}</div>{furniture(draw, "footer")}'


def slides(draw: Draw, style: Style, counters: Counters) -> str:
    if draw.chance(0.15):
        return f'<div style="flex:1"></div>{front_matter(draw, style, counters)}<div style="flex:1"></div>{furniture(draw, "footer")}'
    title = block("title" if draw.chance(0.5) else "section_header", escape(draw.words(2, 7)), tag="h2")
    match draw.pick(("list", "list", "two", "figure", "table", "formula")):
        case "list":
            body = f'<div data-clip style="flex:1;min-height:0">{bullet_list(draw, style, counters)}{bullet_list(draw, style, counters) if draw.chance(0.4) else ""}</div>'
        case "two":
            body = f'<div class="columns"><div class="column"><div data-clip>{bullet_list(draw, style, counters)}</div></div><div class="column"><div data-clip>{figure(draw, style, counters, 1)}</div></div></div>'
        case "figure":
            body = f'<div data-clip style="flex:1;min-height:0">{figure(draw, style, counters, draw.real(0.4, 0.75))}</div>'
        case "table":
            body = f'<div data-clip style="flex:1;min-height:0">{table(draw, style, counters, draw.number(2, 6))}</div>'
        case _:
            body = f'<div data-clip style="flex:1;min-height:0">{flow(draw, style, counters, {"formula": 3, "paragraph": 2, "list": 1}, 5)}</div>'
    return title + body + furniture(draw, "footer")


def letter(draw: Draw, style: Style, counters: Counters) -> str:
    def short(lines: int, place: str) -> str:
        return block(
            "text", "<br>".join(escape(draw.words(1, 4)) for _ in range(lines)), f'style="text-indent:0;text-align:{place};margin:1em 0"'
        )

    body = "".join(paragraph(draw, style, counters) for _ in range(draw.number(2, 6)))
    return f'{short(draw.number(2, 4), draw.pick(("left", "right")))}{short(4, "left")}<div class="columns"><div class="column"><div data-clip>{body}{short(2, "left")}</div></div></div>{furniture(draw, "footer")}'


def resume(draw: Draw, style: Style, counters: Counters) -> str:
    def entries(count: int) -> str:
        rows = []
        for _ in range(count):
            rows.append(
                block("section_header", escape(draw.words(1, 3)), 'style="border-bottom:1px solid"' if draw.chance(0.4) else "", "h3")
            )
            for _ in range(draw.number(1, 3)):
                rows.append(
                    block(
                        "text",
                        f"<b>{escape(draw.words(1, 4))}</b>, {draw.number(1980, 2025)}–{draw.number(1985, 2026)}<br>{escape(draw.words(5, 25))}",
                        'style="text-indent:0"',
                    )
                )
            if draw.chance(0.4):
                rows.append(bullet_list(draw, style, counters))
        return "".join(rows)

    head = block("title", escape(draw.snippet("author", 30)), tag="h1") + block("text", escape(draw.words(3, 9)), 'style="text-indent:0"')
    if draw.chance(0.5):
        side = f'<div style="width:30%;background:{draw.pick(("#8882", "none", "#3454"))};padding:.6em"><div data-clip style="height:100%">{graphic(draw, 0.8) if draw.chance(0.5) else ""}{entries(4)}</div></div>'
        return f'<div style="display:flex;gap:1em;flex:1;min-height:0">{side}<div style="flex:1"><div data-clip style="height:100%">{head}{entries(5)}</div></div></div>'
    return f'{head}<div class="columns"><div class="column"><div data-clip>{entries(7)}</div></div></div>'


def manual(draw: Draw, style: Style, counters: Counters) -> str:
    return furniture(draw, "header") + columns(draw, style, counters, 1, MANUAL) + furniture(draw, "footer")


def contents(draw: Draw, style: Style, counters: Counters) -> str:
    head = block("section_header", draw.pick(("Contents", "Table of Contents", "Inhalt", "Índice")), 'style="font-size:1.6em"', "h2")
    count = draw.pick((1, 1, 1, 2))
    inner = "".join(f'<div class="column"><div data-clip>{contents_rows(draw, style, counters)}</div></div>' for _ in range(count))
    return f'{furniture(draw, "header")}{head}<div class="columns">{inner}</div>{furniture(draw, "footer")}'


def bibliography(draw: Draw, style: Style, counters: Counters) -> str:
    count = draw.pick((1, 2, 2))
    inner = "".join(
        f'<div class="column"><div data-clip>{references(draw, style, counters)}{references(draw, style, counters)}</div></div>'
        for _ in range(count)
    )
    return f'{furniture(draw, "header")}<div class="columns">{inner}</div>{furniture(draw, "footer")}'


def statistics(draw: Draw, style: Style, counters: Counters) -> str:
    head = (
        block("title", escape(draw.words(3, 8)), tag="h1")
        if draw.chance(0.5)
        else block("section_header", escape(draw.words(2, 6)), tag="h2")
    )
    tables = "".join(table(draw, style, counters, draw.number(8, 30)) for _ in range(draw.number(1, 3)))
    return f'{furniture(draw, "header")}{head}<div class="columns"><div class="column"><div data-clip>{tables}</div></div></div>{furniture(draw, "footer")}'


def exam(draw: Draw, style: Style, counters: Counters) -> str:
    rows = []
    for number in range(1, draw.number(4, 9)):
        rows.append(
            f'<div data-k="list_item" class="list_item"><span class="marker">{number}.</span>{rich(draw, draw.paragraph(220), style, counters)}</div>'
        )
        if draw.chance(0.4):
            rows += [
                f'<div data-k="list_item" class="list_item" style="margin-left:1.5em"><span class="marker">({letter})</span>{escape(draw.words(1, 6))}</div>'
                for letter in "abcd"
            ]
        if draw.chance(0.3):
            rows.append(flow(draw, style, counters, {"formula": 2, "figure": 1}, 1))
    head = block("title", escape(draw.words(2, 5)), tag="h1") + form_row(draw, style, counters)
    return f'{head}<div class="columns"><div class="column"><div data-clip>{"".join(rows)}</div></div></div>{furniture(draw, "footer")}'


def picture_page(draw: Draw, style: Style, counters: Counters) -> str:
    """Photographs alone, covers, blank pages."""
    if draw.chance(0.2):
        return ""
    title = block("title", escape(draw.words(1, 5)), tag="h1") if draw.chance(0.4) else ""
    return f'{title}<div data-clip style="flex:1;min-height:0">{figure(draw, style, counters, 1, caption=draw.chance(0.3))}</div>'


Frame = Callable[[Draw, Style, Counters], str]
PORTRAIT = ("letter", "a4", "a4")

KINDS: dict[str, tuple[float, tuple[str, ...], Frame]] = {
    "paper": (20, PORTRAIT, paper),
    "book": (8, ("b5", "a4", "letter"), book),
    "report": (12, (*PORTRAIT, "landscape"), report),
    "newspaper": (7, PORTRAIT, newspaper),
    "magazine": (7, PORTRAIT, magazine),
    "invoice": (6, PORTRAIT, invoice),
    "form": (9, PORTRAIT, form),
    "slides": (10, ("slide", "wide"), slides),
    "letter": (4, PORTRAIT, letter),
    "resume": (4, PORTRAIT, resume),
    "manual": (8, ("b5", *PORTRAIT), manual),
    "contents": (4, PORTRAIT, contents),
    "bibliography": (3, PORTRAIT, bibliography),
    "statistics": (5, (*PORTRAIT, "landscape"), statistics),
    "exam": (4, PORTRAIT, exam),
    "pictures": (2, PORTRAIT, picture_page),
}
"""Weight, page sizes and frame of every kind."""
