#!/usr/bin/env python3
"""Makes the dossiers of the demonstration: three fictional candidates, no real person or place.

    python3 assets/demo/make-demo.py

Needs openpyxl. Every file is written beside this script, in one folder a candidate; the bytes are the
same at each run, so that git shows only what really changed.
"""

import datetime
import io
import re
import shutil
import zipfile
import zlib
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

HERE = Path(__file__).resolve().parent
SECTIONS = [
    "Réalisation en cours de formation",
    "Réalisations en milieu professionnel en cours de première année",
    "Réalisations en milieu professionnel en cours de seconde année",
]
COMPETENCIES = [
    "Gérer le patrimoine informatique",
    "Répondre aux incidents et aux demandes d’assistance et d’évolution",
    "Développer la présence en ligne de l’organisation",
    "Travailler en mode projet",
    "Mettre à disposition des utilisateurs un service informatique",
    "Organiser son développement professionnel",
]
DETAILS = [
    ["Recenser et identifier les ressources numériques", "Exploiter des référentiels, normes et standards adoptés par le prestataire informatique",
     "Mettre en place et vérifier les niveaux d’habilitation associés à un service", "Vérifier les conditions de la continuité d’un service informatique",
     "Gérer des sauvegardes", "Vérifier le respect des règles d’utilisation des ressources numériques"],
    ["Collecter, suivre et orienter des demandes", "Traiter des demandes concernant les services réseau et système, applicatifs", "Traiter des demandes concernant les applications"],
    ["Participer à la valorisation de l’image de l’organisation sur les médias numériques en tenant compte du cadre juridique et des enjeux économiques",
     "Référencer les services en ligne de l’organisation et mesurer leur visibilité", "Participer à l’évolution d’un site Web exploitant les données de l’organisation"],
    ["Analyser les objectifs et les modalités d’organisation d’un projet", "Planifier les activités", "Évaluer les indicateurs de suivi d’un projet et analyser les écarts"],
    ["Réaliser les tests d’intégration et d’acceptation d’un service", "Déployer un service", "Accompagner les utilisateurs dans la mise en place d’un service"],
    ["Mettre en place son environnement d’apprentissage personnel", "Mettre en œuvre des outils et stratégies de veille informationnelle",
     "Gérer son identité professionnelle", "Développer son projet professionnel"],
]

DELTA = dict(
    slug="delta-ines", name="DELTA Inès", number="02612000104", option="SISR",
    centre="Lycée des Alizés (fictif)", url="https://ines-delta.example",
    rows=[
        (0, "Inventaire et centre de services", ["Guide de l’agent, 4 pages", "Export de l’inventaire", "Compte rendu de recette"], "07/10/24 au 20/12/24", "XX..X."),
        (0, "Sauvegardes et tests de restauration", ["Plan de sauvegarde", "Procès-verbal de restauration"], "15/09/25 au 17/10/25", "X..X.."),
        (0, "Supervision du réseau de l’atelier", ["Schéma du réseau", "Tableau des seuils d’alerte"], "02/03/26 au 10/04/26", "X...X."),
        (0, "Veille sur l’authentification", ["Synthèse trimestrielle", "Liste des sources"], "02/09/24 au 15/05/26", ".....X"),
        (1, "Assistance dans un collège", ["Extrait du registre des demandes", "Fiche de procédure"], "19/05/25 au 27/06/25", "XX...."),
        (2, "Impression sécurisée pour 40 postes", ["Guide de l’utilisateur", "Plan de déploiement", "Bilan du pilote"], "05/01/26 au 13/02/26", ".X.XX."),
    ],
    stages=[("Collège des Embruns (fictif)", "du 19 mai au 27 juin 2025"), ("Société Archipel Impression (fictive)", "du 5 janvier au 13 février 2026")],
)
ECHO = dict(
    slug="echo-maelle", name="ÉCHO Maëlle", number="02612000105", option="SISR",
    centre="Lycée des Alizés (fictif)", url="https://maelle-echo.example",
    rows=[
        (0, "Annuaire et droits d’accès du lycée fictif", ["Matrice des droits", "Journal des tests"], "16/09/24 au 18/10/24", "X..XX."),
        (0, "Page d’accueil de l’association Voilier", ["Maquette", "Mesure de fréquentation"], "04/11/24 au 20/12/24", "..XX.."),
        (0, "Veille sur les mises à jour de sécurité", ["Bulletin mensuel"], "02/09/24 au 15/05/26", ".....X"),
        (1, "Centre d’appels de la mairie de Port-Exemple", ["Statistiques des demandes", "Base de connaissances"], "19/05/25 au 27/06/25", ".X..X."),
        (1, "Renouvellement de trente postes", ["Inventaire avant et après", "Fiche de recette"], "02/06/25 au 27/06/25", "X..XX."),
        (2, "Messagerie d’équipe de la coopérative Alizé", ["Dossier de choix", "Guide de prise en main"], "05/01/26 au 13/02/26", "XX.XXX"),
    ],
    stages=[("Mairie de Port-Exemple (fictive)", "du 19 mai au 27 juin 2025"), ("Coopérative Alizé (fictive)", "du 5 janvier au 13 février 2026")],
)
BRAVO = dict(
    slug="bravo-theo", name="BRAVO Théo", number="02612000102", option="SLAM",
    centre="Lycée des Alizés (fictif)", url="https://theo-bravo.example",
    rows=[
        (0, "Réservation de salles", ["Modèle des données", "Jeux d’essai"], "09/09/24 au 20/12/24", ""),
        (1, "Catalogue en ligne de la librairie Papyrus", ["Cahier des charges", "Plan de reprise des données"], "19/05/25 au 27/06/25", ""),
        (2, "Suivi des tournées du livreur Mistral", ["Dossier de tests", "Guide de l’exploitant"], "05/01/26 au 13/02/26", ""),
    ],
    stages=[("Librairie Papyrus (fictive)", "du 19 mai au 27 juin 2025"), ("Transports Mistral (fictifs)", "du 5 janvier au 13 février 2026")],
)


def tableau(person):
    """The T6 layout of the official form, filled with X."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Tableau de synthèse Épreuve E5"
    line = Side(style="thin", color="494529")
    box = Border(left=line, right=line, top=line, bottom=line)
    center = Alignment(horizontal="center", vertical="center", wrap_text=True)
    left = Alignment(horizontal="left", vertical="center", wrap_text=True)
    rotated = Alignment(horizontal="center", vertical="center", wrap_text=True, text_rotation=90)

    def put(cell, value, size=10, bold=False, align=left):
        sheet[cell] = value
        sheet[cell].font = Font(name="Arial", size=size, bold=bold)
        sheet[cell].alignment = align

    put("A1", "BTS SERVICES INFORMATIQUES AUX ORGANISATIONS", 20, True, center)
    put("G1", "SESSION 2026", 18, True, center)
    put("A2", "Tableau de synthèse des réalisations professionnelles ", 18, True, center)
    put("A3", f"NOM et prénom : {person['name']}", 14, True)
    put("F3", f"N° candidat : {person['number']}", 14, True)
    put("A4", f"Centre de formation : {person['centre']}", 14, True)
    put("F4", "Option :", 14, True, center)
    for cell, option in (("G4", "SISR"), ("H4", "SLAM")):
        put(cell, f"{'☒' if option == person['option'] else '▢'} {option}", 14, True, center)
    put("A5", f"Adresse URL du portfolio : {person['url']}", 14, True)
    put("A6", "Compétences mises en œuvre" + "\n" * 23 + "Réalisations professionnelles\n(intitulé et liste des documents et productions associés)", 12, True, center)
    put("B6", "Période (sous la forme du JJ/MM/AA au JJ/MM/AA)", 12, True, rotated)
    for column, label, details in zip("CDEFGH", COMPETENCIES, DETAILS):
        put(f"{column}6", label, 12, True, center)
        put(f"{column}7", "\n".join("▸" + detail for detail in details), 10, False, rotated)
    starts = [8, 19, 27]
    for start, section in zip(starts, SECTIONS):
        put(f"A{start}", section + ("\n\n" if start == 8 else ""), 14, True, center)
    nexts = [start + 1 for start in starts]
    for section, title, documents, period, ticks in person["rows"]:
        row = nexts[section]
        nexts[section] += 1
        put(f"A{row}", "\n".join([title] + documents), 12)
        put(f"B{row}", period, 9, False, center)
        for column, tick in zip("CDEFGH", ticks):
            if tick == "X":
                put(f"{column}{row}", "X", 14, True, center)
    for merge in "A1:F1 G1:H1 A2:H2 A3:E3 F3:H3 A4:E4 A5:H5 A6:A7 B6:B7 A8:H8 A19:H19 A27:H27".split():
        sheet.merge_cells(merge)
    for row in sheet["A3:H34"]:
        for cell in row:
            cell.border = box
    sheet.column_dimensions["A"].width = 70.4
    sheet.column_dimensions["B"].width = 10.9
    for column in "CDEFGH":
        sheet.column_dimensions[column].width = 18.7
    sheet.row_dimensions[7].height = 325
    sheet.print_area = "A1:H35"
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.paperSize = 9
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    book.properties.creator = "make-demo.py"
    book.properties.created = book.properties.modified = datetime.datetime(2026, 5, 18, 8)
    raw = io.BytesIO()
    book.save(raw)
    return timeless(raw.getvalue())


def timeless(raw):
    """Rewrites a zip without the hour at which it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2026-05-18T08:00:00Z", data)
            entry = zipfile.ZipInfo(name, (2026, 5, 18, 8, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, data)
    return out.getvalue()


def pdf(lines, mark):
    """One A4 page of text in the standard fonts, struck across by a pale mark."""
    def text(value):
        value = value.replace("’", "'").encode("cp1252")
        return b"(" + value.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"

    content = [b"0.86 g BT /F2 110 Tf 0.707 0.707 -0.707 0.707 120 130 Tm " + text(mark) + b" Tj ET 0 g"]
    y = 770
    for size, line in lines:
        font = b"F2" if size > 11 else b"F1"
        content.append(b"BT /%s %d Tf 64 %d Td %s Tj ET" % (font, size, y, text(line)))
        y -= round(size * 1.9)
    stream = zlib.compress(b"\n".join(content), 9)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Lang(fr-FR)>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
        font % b"Helvetica",
        font % b"Helvetica-Bold",
    ]
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    xref = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, xref)
    return bytes(out)


def attestation(person, year, place, dates):
    return pdf([
        (20, "ATTESTATION DE STAGE"),
        (11, "Document fictif, sans valeur : SPÉCIMEN pour la démonstration de Délibéré."),
        (11, ""),
        (11, f"Organisation d’accueil : {place}"),
        (11, f"Stagiaire : {person['name']}, candidat n° {person['number']}"),
        (11, f"BTS Services informatiques aux organisations, option {person['option']}, {year} année"),
        (11, f"Stage effectué {dates}, soit six semaines."),
        (11, ""),
        (11, "Fait à Port-Exemple, le dernier jour du stage."),
        (11, "Signature et cachet : SPÉCIMEN"),
    ], "SPÉCIMEN")


STYLE = """body{font:1.05rem/1.55 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#16233f}
nav a{margin-right:1rem}h1{line-height:1.2}table{border-collapse:collapse}td,th{border:1px solid #b9c0cf;padding:.3rem .6rem;text-align:left}
.specimen{color:#6a4700}
"""


def page(person, title, body):
    return f"""<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – {person['name']}</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<nav><a href="index.html">Accueil</a><a href="realisations.html">Réalisations</a><a href="veille.html">Veille</a></nav>
<h1>{title}</h1>
{body}
<p class="specimen">Personne, lieux et organisations fictifs : exemple de démonstration.</p>
</body>
</html>
"""


def site(person):
    def rows():
        for section, title, documents, period, _ in person["rows"]:
            place = ["Formation", "Stage 1", "Stage 2"][section]
            yield f"<h2>{title}</h2>\n<p>{place}, {period}</p>\n<ul>" + "".join(f"<li>{d}</li>" for d in documents) + "</ul>"

    home = (f"<p>BTS SIO, option {person['option']}, {person['centre']}, session 2026.</p>\n"
            "<p>Ce portfolio présente mes réalisations, en formation et en stage, et les documents qui les prouvent.</p>\n"
            '<ul><li><a href="realisations.html">Mes réalisations</a></li><li><a href="veille.html">Ma veille</a></li></ul>')
    watch = ("<p>Question suivie : comment s’authentifier sans mot de passe dans une petite organisation ?</p>\n"
             "<table><tr><th>Source</th><th>Rythme</th></tr><tr><td>Bulletin d’alerte (fictif)</td><td>chaque semaine</td></tr>"
             "<tr><td>Journal d’un éditeur (fictif)</td><td>chaque mois</td></tr></table>")
    return {
        "index.html": page(person, "Mon portfolio", home),
        "realisations.html": page(person, "Mes réalisations", "\n".join(rows())),
        "veille.html": page(person, "Ma veille", watch.replace(" ?", "\u202f?")),
        "style.css": STYLE,
    }


def main():
    for person in (BRAVO, DELTA, ECHO):
        folder = HERE / person["slug"]
        if folder.exists():
            shutil.rmtree(folder)
        (folder / "portfolio").mkdir(parents=True)
        for name, text in site(person).items():
            (folder / "portfolio" / name).write_text(text, encoding="utf-8", newline="\n")
        for rank, (year, (place, dates)) in enumerate(zip(("première", "seconde"), person["stages"]), 1):
            (folder / f"attestation-{rank}.pdf").write_bytes(attestation(person, year, place, dates))
        # Théo handed in no tableau: the demonstration shows the penalty that this proposes.
        if person is not BRAVO:
            (folder / "tableau-de-synthese.xlsx").write_bytes(tableau(person))


if __name__ == "__main__":
    main()
