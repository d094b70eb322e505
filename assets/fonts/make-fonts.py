#!/usr/bin/env python3
"""Makes the embedded fonts from Debian's fonts-inter and fonts-liberation2 (needs fonttools).

Inter is cut down to the signs of the interface. « Delibere Chiffres » is a renamed copy whose
digits, comma and colon are the tabular ones: iced 0.14 cannot ask for a font feature.
"""
import shutil
from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = "/usr/share/fonts/opentype/inter/Inter-{}.otf"
LIBERATION = "/usr/share/fonts/truetype/liberation2/LiberationSans-{}.ttf"
SIGNS = list(range(0x20, 0x180)) + [
    0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x202F, 0x2039, 0x203A,
    0x20AC, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2260, 0x2264, 0x2265, 0x00D7, 0x00F7, 0x2032, 0x2033,
]


def cut(font, signs, features):
    options = subset.Options()
    options.layout_features = features
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=signs)
    cutter.subset(font)


def rename(font, family):
    for record in font["name"].names:
        if record.nameID in (1, 16):
            record.string = family
        elif record.nameID == 4:
            record.string = family + " " + str(font["OS/2"].usWeightClass)
        elif record.nameID == 6:
            record.string = family.replace(" ", "") + str(font["OS/2"].usWeightClass)
        elif record.nameID == 3:
            record.string = family + ";" + str(font["OS/2"].usWeightClass)
    if "CFF " in font:
        top = font["CFF "].cff.topDictIndex[0]
        font["CFF "].cff.fontNames[0] = family.replace(" ", "") + str(font["OS/2"].usWeightClass)
        top.FamilyName = family
        top.FullName = family


def tabular(font):
    """Maps each sign that has a tabular form to it."""
    forms = {}
    gsub = font["GSUB"].table
    for feature in gsub.FeatureList.FeatureRecord:
        if feature.FeatureTag == "tnum":
            for index in feature.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    table = getattr(table, "ExtSubTable", table)
                    forms.update(getattr(table, "mapping", {}))
    for table in font["cmap"].tables:
        for code, name in list(table.cmap.items()):
            if name in forms and chr(code) in "0123456789,:+\u2212 ":
                table.cmap[code] = forms[name]


for weight in ("Regular", "Medium", "SemiBold"):
    font = TTFont(SOURCE.format(weight))
    cut(font, SIGNS, ["kern", "mark", "mkmk", "ccmp", "locl", "calt"])
    rename(font, "Inter")
    font.save(f"Inter-{weight}.otf")
for weight in ("Regular", "SemiBold"):
    font = TTFont(SOURCE.format(weight))
    tabular(font)
    cut(font, SIGNS, ["kern"])
    rename(font, "Delibere Chiffres")
    font.save(f"DelibereChiffres-{weight}.otf")
for style in ("Regular", "Bold", "Italic", "BoldItalic"):
    shutil.copy(LIBERATION.format(style), f"LiberationSans-{style}.ttf")
