# SPDX-License-Identifier: BSD-3-Clause
"""Line and bar charts as SVG text. Knows nothing of MPIs: a series has a name and a style class, and CSS gives colours."""

import math
from dataclasses import dataclass, field
from html import escape

from .tables import number_text, size_text

MARKERS = {
    "circle": '<circle cx="{x:.1f}" cy="{y:.1f}" r="{r}"/>',
    "square": '<rect x="{x0:.1f}" y="{y0:.1f}" width="{d}" height="{d}"/>',
    "triangle": '<path d="M{x:.1f} {top:.1f}L{right:.1f} {bottom:.1f}L{left:.1f} {bottom:.1f}Z"/>',
    "diamond": '<path d="M{x:.1f} {top:.1f}L{right:.1f} {y:.1f}L{x:.1f} {bottom:.1f}L{left:.1f} {y:.1f}Z"/>',
    "none": "",
}


@dataclass
class Series:
    name: str
    style: str  # CSS class
    points: list  # (x, y)
    marker: str = "circle"
    spread: dict = field(default_factory=dict)  # x -> (smallest, largest) y, where it is known


@dataclass
class Axis:
    label: str
    kind: str = "log"  # "log", "linear" or "size" (log2 with sizes in bytes as labels)


def marker(shape, x, y, radius=3.5):
    return MARKERS[shape].format(x=x, y=y, r=radius, x0=x - radius, y0=y - radius, d=2 * radius, top=y - radius * 1.2,
                                 bottom=y + radius, left=x - radius * 1.15, right=x + radius * 1.15)


class _Scale:
    """Maps values to pixels and picks ticks."""

    def __init__(self, axis, values, low_pixel, high_pixel, zero=False):
        self.axis = axis
        self.log = axis.kind != "linear"
        values = [value for value in values if value > 0 or not self.log] or [1]
        low, high = min(values), max(values)
        if self.log:
            if axis.kind == "log":  # a sixth of a decade of air on both sides, and no plot flatter than a decade
                low, high = low / 1.4, high * 1.4
                if high / low < 10:
                    middle = math.sqrt(low * high)
                    low, high = middle / math.sqrt(10), middle * math.sqrt(10)
            elif low == high:
                low, high = low / 2, high * 2
            low, high = math.log10(low), math.log10(high)
        else:
            low = 0 if zero else low
            high = high * 1.08 if high > low else low + 1
        self.low, self.high, self.low_pixel, self.high_pixel = low, high, low_pixel, high_pixel

    def __call__(self, value):
        place = math.log10(value) if self.log else value
        return self.low_pixel + (place - self.low) / (self.high - self.low) * (self.high_pixel - self.low_pixel)

    def ticks(self):
        """(value, label) pairs."""
        if self.axis.kind == "size":
            low, high = round(self.low / math.log10(2)), round(self.high / math.log10(2))
            step = max(1, math.ceil((high - low) / 6))
            return [(1 << n, size_text(1 << n)) for n in range(low, high + 1, step)]
        if self.axis.kind == "log":
            decades = range(math.ceil(self.low), math.floor(self.high) + 1)
            steps = (1, 2, 5) if len(decades) < 3 else (1,)
            values = [s * 10.0**n for n in range(math.floor(self.low), math.floor(self.high) + 1) for s in steps]
            return [(v, _plain(v)) for v in values if self.low <= math.log10(v) <= self.high]
        step = 10 ** math.floor(math.log10((self.high - self.low) or 1))
        while (self.high - self.low) / step < 4:
            step /= 2
        while (self.high - self.low) / step > 8:
            step *= 2
        first = math.ceil(self.low / step)
        return [(n * step, _plain(n * step)) for n in range(first, math.floor(self.high / step) + 1)]


def _plain(value):
    if value == 0:
        return "0"
    if value >= 1e6:
        return f"{value / 1e6:g}M"
    if value >= 1e4:
        return f"{value / 1e3:g}k"
    return f"{value:g}"


def line_chart(title, x_axis, y_axis, series, width=440, height=280, x_ticks=None):
    """A chart of `series`; y grows upward. `x_ticks` replaces the ticks picked for x."""
    series = [one for one in series if one.points]
    if not series:
        return ""
    left, right, top, bottom = 58, 14, 34, 44
    x = _Scale(x_axis, [p[0] for one in series for p in one.points], left + 8, width - right - 8)
    heights = [p[1] for one in series for p in one.points] + [v for one in series for v in sum(one.spread.values(), ())]
    y = _Scale(y_axis, heights, height - bottom, top, zero=True)
    parts = [_open(width, height, title, series), f'<text class="title" x="10" y="20">{escape(title)}</text>']
    parts += _keys(series, width - right, title) if width >= 400 else []
    for value, label in y.ticks():
        parts.append(f'<line class="grid" x1="{left}" x2="{width - right}" y1="{y(value):.1f}" y2="{y(value):.1f}"/>'
                     f'<text class="tick" text-anchor="end" x="{left - 6}" y="{y(value) + 4:.1f}">{label}</text>')
    for value, label in x_ticks or x.ticks():
        parts.append(f'<line class="grid" x1="{x(value):.1f}" x2="{x(value):.1f}" y1="{top}" y2="{height - bottom}"/>'
                     f'<text class="tick" text-anchor="middle" x="{x(value):.1f}" y="{height - bottom + 16}">'
                     f'{escape(str(label))}</text>')
    middle = (top + height - bottom) / 2
    parts.append(f'<text class="label" text-anchor="middle" x="{(left + width - right) / 2}" y="{height - 8}">'
                 f'{escape(x_axis.label)}</text>'
                 f'<text class="label" text-anchor="middle" transform="translate(13 {middle}) rotate(-90)">'
                 f'{escape(y_axis.label)}</text>')
    for one in series:
        path = "L".join(f"{x(px):.1f} {y(py):.1f}" for px, py in one.points)
        parts.append(f'<g class="{one.style}"><path class="line" d="M{path}"/>')
        for px, (smallest, largest) in one.spread.items():
            if largest > smallest:
                parts.append(f'<path class="spread" d="M{x(px):.1f} {y(smallest):.1f}V{y(largest):.1f}"/>')
        for px, py in one.points:
            where = size_text(int(px)) if x_axis.kind == "size" else f"{px:g} {x_axis.label}"
            tip = f"{one.name}, {where}: {number_text(py)} {y_axis.label}"
            shape = marker(one.marker, x(px), y(py))
            if shape:
                parts.append(f'<g class="mark">{shape}<title>{escape(tip)}</title></g>')
        parts.append("</g>")
    return "".join(parts) + "</svg>"


def _keys(series, right, title):
    """The legend, to the right of the title; nothing where the two would meet."""
    entries, x = [], right
    for one in reversed(series):
        x -= 6.1 * len(one.name) + 24
        entries.append(f'<g class="{one.style}"><path class="line" d="M{x:.0f} 16h14"/><g class="mark">'
                       f'{marker(one.marker, x + 7, 16, 2.6)}</g><text class="tick" x="{x + 17:.0f}" y="20">'
                       f'{escape(one.name)}</text></g>')
    return entries if x > 16 + 7.9 * len(title) else []


def meter(ratio, width=132, height=16, most=8.0):
    """How many times better, on a log scale around 1; what is beyond `most` ends there."""
    middle = width / 2
    place = max(-1.0, min(1.0, math.log(ratio) / math.log(most))) if ratio > 0 else -1.0
    start, length = middle + min(place, 0) * middle, abs(place) * middle
    style = "ahead" if place >= 0 else "behind"
    lines = "".join(f'<path class="grid" d="M{middle + step * middle / 3:.1f} 0V{height}"/>' for step in (-2, -1, 1, 2))
    return (f'<svg class="meter" viewBox="0 0 {width} {height}" width="{width}" height="{height}" aria-hidden="true">{lines}'
            f'<rect class="{style}" x="{start:.1f}" y="3" width="{max(length, 1.5):.1f}" height="{height - 6}" rx="1.5"/>'
            f'<path class="axis" d="M{middle} 0V{height}"/></svg>')


def bar_chart(title, unit, groups, width=440):
    """Horizontal bars. `groups`: (label, [(series name, style, value)])."""
    groups = [(label, [bar for bar in bars if bar[2] is not None]) for label, bars in groups]
    groups = [group for group in groups if group[1]]
    if not groups:
        return ""
    left, right, thickness, top = 96, 70, 17, 32
    largest = max(bar[2] for _, bars in groups for bar in bars) or 1
    height = top + sum(len(bars) * thickness + 12 for _, bars in groups) + 4
    series = [Series(name, style, []) for name, style, _ in groups[0][1]]
    parts = [_open(width, height, title, series), f'<text class="title" x="8" y="18">{escape(title)}</text>']
    y = top
    for label, bars in groups:
        parts.append(f'<text class="tick" text-anchor="end" x="{left - 8}" y="{y + len(bars) * thickness / 2 + 4:.1f}">'
                     f'{escape(label)}</text>')
        for name, style, value in bars:
            length = max(1.0, value / largest * (width - left - right))
            tip = f"{name}, {label}: {number_text(value)} {unit}"
            parts.append(f'<g class="{style}"><rect class="bar" x="{left}" y="{y + 2}" width="{length:.1f}" '
                         f'height="{thickness - 3}" rx="2"><title>{escape(tip)}</title></rect></g>'
                         f'<text class="tick" x="{left + length + 5:.1f}" y="{y + thickness - 4}">{number_text(value)} '
                         f'{escape(unit)}</text>')
            y += thickness
        y += 12
    return "".join(parts) + "</svg>"


def _open(width, height, title, series):
    names = ", ".join(one.name for one in series)
    return (f'<svg class="chart" viewBox="0 0 {width} {height}" role="img" '
            f'aria-label="{escape(title)}: {escape(names)}">')
