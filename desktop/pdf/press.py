"""The parts of reportlab that the documents stand on, in one place.

reportlab publishes few types and ours reach into its insides; here its names become plain ``Any``, so that the checks
stay strict about our own code.
"""

from typing import Any

from reportlab import platypus as _platypus
from reportlab.lib import colors as _colors
from reportlab.lib import styles as _styles
from reportlab.pdfbase import pdfdoc as _pdfdoc
from reportlab.pdfbase import pdfmetrics as _pdfmetrics
from reportlab.pdfbase import ttfonts as _ttfonts
from reportlab.pdfgen import canvas as _canvas
from reportlab.pdfgen import textobject as _textobject
from reportlab.platypus import paraparser as _paraparser

pdfdoc: Any = _pdfdoc
pdfmetrics: Any = _pdfmetrics
platypus: Any = _platypus
Canvas: Any = _canvas.Canvas
HexColor: Any = _colors.HexColor
ParagraphStyle: Any = _styles.ParagraphStyle
ParaFrag: Any = _paraparser.ParaFrag
PDFTextObject: Any = _textobject.PDFTextObject
TTFont: Any = _ttfonts.TTFont
