### Fiches.

sheets-front = Grille, recto
sheets-back = Grille, verso
sheets-candidate = Fiche du candidat
sheets-annex = Annexe {$annex}
sheets-jury = Réservée au jury
sheets-communicable = Destinée à la personne candidate
sheets-communicable-text = Communicable à la personne candidate, à sa demande.
sheets-print = { $count ->
    [one] Imprimer la page
   *[other] Imprimer {$count} pages
}
sheets-save = Enregistrer en PDF
sheets-candidate-only = Fiche du candidat seule
sheets-check = Vérification
sheets-check-mark = Note {$mark}, note finale {$last}, reportée sur la fiche du candidat
sheets-check-mark-penalties = Note {$mark}, pénalité {$points}, note finale {$last}, reportée sur la fiche du candidat
sheets-check-coverage = Défaut de couverture mentionné
sheets-check-code = Empreinte imprimée : {$code}
sheets-sealed = Note arrêtée le {$day} à {$hour}. Pour corriger, rouvrez la décision : la correction sera datée et motivée.
sheets-reopen = Rouvrir la décision…
sheets-draft = Aperçu : la note n’est pas arrêtée.
sheets-page = Page {$page} sur {$pages}
sheets-width = Largeur
sheets-whole = Page entière
sheets-saved = Rien n’est écrasé. Écrit : {$path}
sheets-printed = Ouvert dans le lecteur PDF du poste, pour imprimer : {$path}
sheets-failed = Rien n’est perdu : la décision reste telle quelle. Le fichier n’a pas pu être écrit : {$cause}
sheets-failed-open = Le fichier est écrit, mais aucun lecteur PDF ne s’est ouvert : {$path}
sheets-busy = Préparation des pages…
effect-stopped = le travail s’est interrompu
sheets-grid = Grille du jury
sheets-numbered = {$name}, page {$number}
sheets-check-decision = Décision reportée sur la fiche du candidat
sheets-draft-decision = Aperçu : la décision n’est pas arrêtée.
sheets-sealed-decision = Décision arrêtée le {$day} à {$hour}. Pour corriger, rouvrez la décision : la correction sera datée et motivée.
