### Le bordereau pour le centre, et l'export de toutes les fiches.

# Imprimé sur le bordereau, toujours en français.
summary-title = Bordereau de la commission { $number }, session { $session }
summary-sheet = Bordereau
summary-number = N° candidat
summary-last-name = Nom
summary-first-name = Prénom
summary-option = Option
summary-result = Résultat
summary-result-mark = Note sur { $most }
summary-state = État
summary-date = Date
summary-hour = Heure
summary-code = Empreinte
summary-members = Membres de la commission
summary-commission = Commission
summary-made = Fait à …………………… le ……………
summary-visas = Visas des membres de la commission
summary-page = Page
summary-fixed = Arrêtée
summary-absent = Absent
summary-moved = Commission { $number }
summary-open = Non arrêtée
summary-full = Validation totale
summary-none = Refus
summary-partial = Validation partielle : { $blocs }
summary-draft-one = Provisoire : 1 note n’est pas arrêtée.
summary-draft = Provisoire : { $count } notes ne sont pas arrêtées.

export-workbook = Rien n’est perdu : la décision reste telle quelle. Le classeur n’a pas pu être produit : { $cause }
export-exists = Rien n’est écrit : « { $path } » existe déjà. Ajoutez --force pour le remplacer, ou donnez un autre nom.

help-summary = Écrit le bordereau pour le centre, ou le montre
help-summary-pdf = Bordereau en PDF
help-summary-xlsx = Bordereau en classeur
help-summary-csv = Bordereau en texte séparé par des points-virgules
help-force = Remplace les fichiers qui existent
help-together = Toutes les fiches dans un seul PDF à imprimer recto verso
help-export-summary = Écrit aussi le bordereau
batch-title = Tout exporter
batch-each = Les fiches, un PDF par candidat
batch-together = Toutes les fiches dans un seul PDF, à imprimer recto verso
batch-summary = Le bordereau pour le centre : PDF, XLSX et CSV
batch-folder = Dossier : { $folder }
batch-drafts = { $count ->
    [one] 1 note n’est pas arrêtée : ses fiches porteront « PROJET ».
   *[other] { $count } notes ne sont pas arrêtées : leurs fiches porteront « PROJET ».
}
batch-taken = { $count ->
    [one] 1 fichier existe déjà.
   *[other] { $count } fichiers existent déjà.
}
batch-keep = Garder les deux
batch-replace = Remplacer
batch-cancel = Annuler
batch-go = Exporter
batch-writing = Fichier { $done } sur { $total }
batch-stop = Arrêter
batch-stopped = { $count ->
    [0] Arrêté : aucun fichier n’est écrit.
    [one] Arrêté : 1 fichier est écrit.
   *[other] Arrêté : { $count } fichiers sont écrits.
}
batch-done = { $count ->
    [one] 1 fichier est écrit.
   *[other] { $count } fichiers sont écrits.
}
batch-show = Ouvrir le dossier
batch-close = Fermer
sheets-everything = Toutes les fiches et le bordereau…
