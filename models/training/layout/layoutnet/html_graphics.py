"""Pictures drawn by code: charts, diagrams, stand-ins for photographs."""

from __future__ import annotations

from html import escape

from layoutnet.sources import Draw

PALETTES = (
    ("#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd"),
    ("#000", "#444", "#888", "#bbb", "#ddd"),
    ("#264653", "#2a9d8f", "#e9c46a", "#f4a261", "#e76f51"),
    ("#003f5c", "#58508d", "#bc5090", "#ff6361", "#ffa600"),
)


def _svg(width: int, height: int, content: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" preserveAspectRatio="none"'
        f' style="width:100%;height:100%;display:block" font-family="sans-serif" font-size="13">{content}</svg>'
    )


def chart_svg(draw: Draw, width: int, height: int) -> str:
    """Lines, bars, points or a pie, with axes, ticks and perhaps a legend."""
    colours = draw.pick(PALETTES)
    kind = draw.pick(("line", "bar", "scatter", "pie", "area"))
    if kind == "pie":
        return _svg(width, height, _pie(draw, width, height, colours))
    left, bottom, right, top = 44, height - 32, width - 10, 14
    parts = [f'<rect width="{width}" height="{height}" fill="#fff"/>']
    for step in range(6):
        y = bottom - (bottom - top) * step / 5
        if draw.chance(0.6):
            parts.append(f'<path d="M{left} {y:.0f}H{right}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 5}" y="{y + 4:.0f}" text-anchor="end">{step * draw.number(1, 3)}</text>')
        x = left + (right - left) * step / 5
        parts.append(f'<text x="{x:.0f}" y="{bottom + 16}" text-anchor="middle">{step * 10}</text>')
    for series in range(draw.number(1, 3)):
        colour = colours[series]
        points = [(left + (right - left) * i / 12, bottom - (bottom - top) * draw.real(0.05, 0.95)) for i in range(13)]
        if kind == "bar":
            bar = (right - left) / 13 * draw.real(0.4, 0.9)
            parts += [
                f'<rect x="{x:.0f}" y="{y:.0f}" width="{bar:.0f}" height="{bottom - y:.0f}" fill="{colour}"/>' for x, y in points[:-1]
            ]
        elif kind == "scatter":
            parts += [
                f'<circle cx="{draw.real(left, right):.0f}" cy="{draw.real(top, bottom):.0f}" r="3" fill="{colour}"/>' for _ in range(40)
            ]
        else:
            path = "L".join(f"{x:.0f} {y:.0f}" for x, y in points)
            fill = f'fill="{colour}" fill-opacity=".4"' if kind == "area" else 'fill="none"'
            close = f"L{right} {bottom}L{left} {bottom}Z" if kind == "area" else ""
            parts.append(f'<path d="M{path}{close}" {fill} stroke="{colour}" stroke-width="2"/>')
    parts.append(f'<path d="M{left} {top}V{bottom}H{right}" fill="none" stroke="#000"/>')
    if draw.chance(0.5):
        parts += [f'<text x="{right - 90}" y="{top + 14 + 16 * i}" fill="{colours[i]}">{escape(draw.words(1, 2))}</text>' for i in range(2)]
    return _svg(width, height, "".join(parts))


def _pie(draw: Draw, width: int, height: int, colours: tuple[str, ...]) -> str:
    import math

    radius = min(width, height) * 0.4
    x, y = width / 2, height / 2
    angle = draw.real(0, 6)
    parts = []
    for index in range(draw.number(3, 5)):
        turn = draw.real(0.6, 1.9)
        start = (x + radius * math.cos(angle), y + radius * math.sin(angle))
        end = (x + radius * math.cos(angle + turn), y + radius * math.sin(angle + turn))
        parts.append(
            f'<path d="M{x} {y}L{start[0]:.0f} {start[1]:.0f}A{radius} {radius} 0 0 1 {end[0]:.0f} {end[1]:.0f}Z" fill="{colours[index % 5]}"/>'
        )
        parts.append(
            f'<text x="{x + radius * 1.1 * math.cos(angle + turn / 2):.0f}" y="{y + radius * 1.1 * math.sin(angle + turn / 2):.0f}">{draw.number(2, 50)}%</text>'
        )
        angle += turn
    return "".join(parts)


def diagram_svg(draw: Draw, width: int, height: int) -> str:
    """Boxes and circles with words, joined by arrows."""
    colours = draw.pick(PALETTES)
    filled = draw.chance(0.5)
    columns, rows = draw.number(2, 4), draw.number(1, 3)
    parts = []
    centres = []
    for row in range(rows):
        for column in range(columns):
            x = width * (column + 0.5) / columns + draw.real(-8, 8)
            y = height * (row + 0.5) / rows + draw.real(-6, 6)
            centres.append((x, y))
    for (x, y), (x2, y2) in zip(centres, centres[1:], strict=False):
        parts.append(f'<path d="M{x:.0f} {y:.0f}L{x2:.0f} {y2:.0f}" stroke="#333" stroke-width="1.5"/>')
    for index, (x, y) in enumerate(centres):
        fill = colours[index % 5] if filled else "#fff"
        w, h = width / columns * 0.62, height / rows * 0.5
        if draw.chance(0.7):
            parts.append(
                f'<rect x="{x - w / 2:.0f}" y="{y - h / 2:.0f}" width="{w:.0f}" height="{h:.0f}" rx="{draw.pick((0, 6))}" fill="{fill}" stroke="#222"/>'
            )
        else:
            parts.append(f'<ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{w / 2:.0f}" ry="{h / 2:.0f}" fill="{fill}" stroke="#222"/>')
        parts.append(
            f'<text x="{x:.0f}" y="{y + 4:.0f}" text-anchor="middle" fill="{"#fff" if filled else "#000"}">{escape(draw.words(1, 1)[:12])}</text>'
        )
    return _svg(width, height, "".join(parts))


def photo_svg(draw: Draw, width: int, height: int) -> str:
    """Soft shapes under turbulence: the grey texture of a photograph."""
    seed = draw.number(1, 9999)
    frequency = draw.real(0.005, 0.06)
    colours = draw.pick(PALETTES)
    shapes = "".join(
        f'<ellipse cx="{draw.number(0, width)}" cy="{draw.number(0, height)}" rx="{draw.number(20, width // 2)}" ry="{draw.number(20, height // 2)}" fill="{draw.pick(colours)}" opacity=".7"/>'
        for _ in range(6)
    )
    noise = (
        f'<filter id="n{seed}" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="{frequency:.3f}" numOctaves="4" seed="{seed}"/>'
        '<feColorMatrix values="0.6 0.3 0 0 0.1 0.3 0.5 0 0 0.1 0.2 0.2 0.4 0 0.1 0 0 0 0 0.75"/></filter>'
    )
    return _svg(
        width,
        height,
        f'{noise}<rect width="{width}" height="{height}" fill="{draw.pick(colours)}"/>{shapes}<rect width="{width}" height="{height}" filter="url(#n{seed})"/>',
    )
