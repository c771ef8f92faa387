"""A reliability plot: how often values of a given probability are right, as SVG."""

from kg.evaluation.scores import Bin, Calibration

_SIDE, _MARGIN = 360, 48
_WIDTH, _HEIGHT = _SIDE + 2 * _MARGIN, _SIDE + 2 * _MARGIN
_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


def plot(held_out: Calibration) -> str:
    """The plot of the bins of a calibration; the area of a dot is the number of its values."""
    most = max((bin_.count for bin_ in held_out.bins), default=1)
    dots = [_dot(bin_, most) for bin_ in held_out.bins]
    label = f"Reliability of {held_out.count} values on texts held out, calibration error {held_out.error:.3f}"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" font-size="12"'
            f' font-family="system-ui, sans-serif" aria-label="{label}">',
            f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
            *_axes(),
            f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#888" stroke-dasharray="4 4"/>',
            '<g fill="#1f6feb" fill-opacity="0.75">',
            *dots,
            "</g>",
            f'<text x="{_WIDTH / 2:g}" y="20" text-anchor="middle">{label}</text>',
            "</svg>",
            "",
        ]
    )


def _dot(bin_: Bin, most: int) -> str:
    x, y, size = _x(bin_.confidence), _y(bin_.right), 3 + 13 * (bin_.count / most) ** 0.5
    title = f"{bin_.count} values of {bin_.confidence:.2f}: {bin_.right:.2f} right"
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}"><title>{title}</title></circle>'


def _axes() -> list[str]:
    lines = [f'<rect x="{_MARGIN}" y="{_MARGIN}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#888"/>']
    for tick in _TICKS:
        lines.append(f'<text x="{_x(tick):g}" y="{_y(0) + 16:g}" text-anchor="middle">{tick:g}</text>')
        lines.append(f'<text x="{_x(0) - 8:g}" y="{_y(tick) + 4:g}" text-anchor="end">{tick:g}</text>')
    lines.append(f'<text x="{_WIDTH / 2:g}" y="{_HEIGHT - 8}" text-anchor="middle">probability</text>')
    middle = f"12,{_HEIGHT / 2:g}"
    lines.append(f'<text x="12" y="{_HEIGHT / 2:g}" text-anchor="middle" transform="rotate(-90 {middle})">right</text>')
    return lines


def _x(share: float) -> float:
    return _MARGIN + _SIDE * share


def _y(share: float) -> float:
    return _MARGIN + _SIDE * (1 - share)
