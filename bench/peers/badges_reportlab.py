"""The classic badge with ReportLab: badges_reportlab.py own|given people.json font.ttf bold.ttf out.pdf

Draws what sosent's classic card shows on A6: header, fitted name, organisation, programme, QR code, band. With
`own`, QR codes are made by ReportLab's own widget, as peers that print with ReportLab do; with `given`, they were
encoded before and are only drawn, which is much faster.
"""

import json
import sys

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor, white
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 105 * mm, 148 * mm
INK, QUIET = HexColor("#16202a"), HexColor("#55616d")


def fitted(text, font, width, largest, smallest):
    size = largest
    while size > smallest and pdfmetrics.stringWidth(text, font, size) > width:
        size -= 0.25
    return size


def write(canvas, text, font, x, y, width, largest, smallest, colour):
    canvas.setFont(font, fitted(text, font, width, largest, smallest))
    canvas.setFillColor(colour)
    canvas.drawString(x, y, text)


def draw_given(canvas, rows, left, bottom, size):
    module = size / len(rows)
    path = canvas.beginPath()
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end]:
                end += 1
            if end > x:
                path.rect(left + x * module, bottom + size - (y + 1) * module, (end - x) * module, module)
            x = max(end, x + 1)
    canvas.setFillColor(INK)
    canvas.drawPath(path, stroke=0, fill=1)


def card(canvas, one):
    margin, column = 8 * mm, 89 * mm
    canvas.setFillColor(HexColor("#1f3a5f"))
    canvas.rect(0, HEIGHT - 23 * mm, WIDTH, 23 * mm, stroke=0, fill=1)
    write(canvas, "Social Entrepreneurship Fair 2026", "Bold", margin, HEIGHT - 11 * mm, 60 * mm, 14, 8, white)
    write(canvas, "Thursday, 12 March 2026", "Regular", margin, HEIGHT - 16 * mm, column, 8.5, 6, white)
    y = HEIGHT - 42 * mm
    write(canvas, one["name"], "Bold", margin, y, column, 38, 12, INK)
    canvas.setFillColor(HexColor("#e4572e"))
    canvas.rect(margin, y - 6 * mm, 12 * mm, 0.9 * mm, stroke=0, fill=1)
    y -= 13 * mm
    for text, font, size, colour in (
        (one["organisation"], "Bold", 13.5, INK),
        (one["unit"], "Regular", 11, INK),
        (one["role"], "Regular", 11, QUIET),
    ):
        if text:
            write(canvas, text, font, margin, y, column, size, 8, colour)
            y -= 6 * mm
    y = 58 * mm
    write(canvas, "Your programme", "Bold", margin, y + 7 * mm, 60 * mm, 8, 6, QUIET)
    for times, theme, room in one["programme"]:
        write(canvas, times, "Regular", margin, y, 20 * mm, 8.5, 6, INK)
        write(canvas, theme, "Bold", margin + 21 * mm, y, 39 * mm, 10, 7, INK)
        write(canvas, room, "Regular", margin + 21 * mm, y - 4 * mm, 39 * mm, 8, 6, QUIET)
        y -= 10 * mm
    if qr == "own":
        widget = QrCodeWidget(one["code"], barLevel="M", barBorder=4, barWidth=29 * mm, barHeight=29 * mm)
        drawing = Drawing(29 * mm, 29 * mm)
        drawing.add(widget)
        renderPDF.draw(drawing, canvas, WIDTH - 34 * mm, 27 * mm)
    else:
        draw_given(canvas, one["qr"], WIDTH - 34 * mm, 27 * mm, 29 * mm)
    write(canvas, one["code"], "Bold", WIDTH - 24 * mm, 24.5 * mm, 20 * mm, 9, 6, INK)
    canvas.setFillColor(HexColor(one["colour"]))
    canvas.rect(0, 0, WIDTH, 14 * mm, stroke=0, fill=1)
    write(canvas, one["type"], "Bold", margin, 5 * mm, 75 * mm, 15, 9, white)
    canvas.showPage()


qr, people, regular, bold, out = sys.argv[1:]
pdfmetrics.registerFont(TTFont("Regular", regular))
pdfmetrics.registerFont(TTFont("Bold", bold))
canvas = Canvas(out, pagesize=(WIDTH, HEIGHT))
with open(people, encoding="utf-8") as file:
    for one in json.load(file):
        card(canvas, one)
canvas.save()
