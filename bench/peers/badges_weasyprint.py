"""The classic badge with WeasyPrint: badges_weasyprint.py people.json font.ttf bold.ttf out.pdf

Names are not fitted, which WeasyPrint cannot do: they are set in one size. QR codes were encoded before.
"""

import base64
import html
import json
import sys

from weasyprint import HTML

STYLE = """
@font-face { font-family: I; src: url(file://%s); font-weight: 400 }
@font-face { font-family: I; src: url(file://%s); font-weight: 700 }
@page { size: 105mm 148mm; margin: 0 }
body { margin: 0; font-family: I; color: #16202a }
section { position: relative; width: 105mm; height: 148mm; page-break-after: always; overflow: hidden }
header { background: #1f3a5f; color: #fff; height: 23mm; padding: 6mm 8mm; box-sizing: border-box }
header b { font-size: 13pt } header div { font-size: 8.5pt }
h1 { font-size: 24pt; margin: 8mm 8mm 4mm; line-height: 1.15 }
p { margin: 0 8mm 1mm; font-size: 11pt } p.o { font-size: 13.5pt; font-weight: 700 }
table { position: absolute; left: 8mm; top: 88mm; font-size: 8.5pt } td { vertical-align: top; padding: 0 1mm 2mm 0 }
img { position: absolute; right: 5mm; top: 92mm; width: 29mm }
i { position: absolute; right: 14mm; top: 121mm; font: 700 9pt I }
footer { position: absolute; bottom: 0; width: 105mm; height: 14mm; color: #fff; font: 700 15pt/14mm I; text-indent: 8mm }
"""


def code(rows):
    side = len(rows)
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path d="{path}"/></svg>'
    return base64.b64encode(svg.encode()).decode()


def card(one):
    rows = "".join(
        f"<tr><td>{times}<td><b>{html.escape(theme)}</b><br>{html.escape(room)}" for times, theme, room in one["programme"]
    )
    return (
        "<section><header><b>Social Entrepreneurship Fair 2026</b><div>Thursday, 12 March 2026</div></header>"
        f"<h1>{html.escape(one['name'])}</h1><p class=o>{html.escape(one['organisation'])}<p>{html.escape(one['unit'])}"
        f"<p>{html.escape(one['role'])}<table>{rows}</table><img src='data:image/svg+xml;base64,{code(one['qr'])}'>"
        f"<i>{one['code']}</i><footer style='background:{one['colour']}'>{one['type']}</footer></section>"
    )


people, regular, bold, out = sys.argv[1:]
with open(people, encoding="utf-8") as file:
    cards = "".join(card(one) for one in json.load(file))
HTML(string=f"<meta charset=utf-8><style>{STYLE % (regular, bold)}</style>{cards}").write_pdf(out)
