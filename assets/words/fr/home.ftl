### Accueil, nouvelle commission, incidents.

app-name = Délibéré
app-tagline = Noter un oral à deux, au calme.
home-new = Nouvelle commission
home-new-detail = Grille, date, deux membres
home-open = Ouvrir un fichier…
home-open-detail = Un fichier de commission
home-open-path = Chemin du fichier
home-open-go = Ouvrir
home-demo = Commission de démonstration
home-demo-detail = Trois candidats fictifs, pour s’étalonner à deux avant le premier oral
home-recent = Commissions récentes
home-no-mark = Aucune note n’est affichée ici
home-today = Aujourd’hui
home-resume = Reprendre
home-open-recent = Ouvrir
home-find = Retrouver…
home-missing-file = Fichier introuvable : {$path}
home-empty-title = Aucune commission sur ce poste.
home-empty-text = Créez la commission du jour, ou entraînez-vous avec la commission de démonstration.
home-text-size = Taille du texte
home-percent = {$scale} %
home-display = Affichage
home-display-clair = Clair
home-display-sombre = Sombre
home-display-contraste = Contrasté
home-offline = Hors ligne : aucune donnée ne quitte ce poste.
home-grids = { $count ->
    [one] 1 grille installée : {$titles}
   *[other] {$count} grilles installées : {$titles}
}
home-help = Aide
home-subtitle = {$short}, épreuve {$exam}, session {$session}
home-commission = Commission {$number}

progress-started = { $count ->
    [one] 1 en cours
   *[other] {$count} en cours
}
progress-to-decide = { $count ->
    [one] 1 à délibérer
   *[other] {$count} à délibérer
}
progress-waiting = { $count ->
    [one] 1 à venir
   *[other] {$count} à venir
}
progress-sealed = { $count ->
    [one] 1 arrêtée
   *[other] {$count} arrêtées
}
progress-absent = { $count ->
    [one] 1 absence
   *[other] {$count} absences
}
progress-none = aucun candidat

new-title = Nouvelle commission
new-grid = Grille
new-session = Session
new-number = Numéro de la commission
new-day = Date des oraux
new-day-hint = 03/06/2026
new-mode = Forme de l’épreuve
new-member = Membre {$number}
new-member-hint = Mme ou M., prénom et nom
new-ticking = Manière de cocher
new-ticking-blind = Séparée à l’aveugle
new-ticking-separate = Séparée
new-ticking-common = Commune
new-ticking-blind-detail = Une colonne chacun, fermée à l’autre jusqu’à ce que vous ayez tous les deux validé.
new-ticking-separate-detail = Une colonne chacun, ouverte.
new-ticking-common-detail = Une seule colonne, cochée ensemble.
new-file = Fichier
new-choose-file = Choisir…
new-create = Créer la commission
new-cancel = Annuler
new-missing = Il manque : {$what}
new-bad-day = Cette date n’existe pas. Écrivez-la comme 03/06/2026.
new-file-name = commission-{$number}.delibere

resume-title = Rien n’est perdu
resume-text = L’application s’est arrêtée sans être fermée, le {$day} à {$hour}. Tout a été retrouvé, jusqu’au dernier geste.
resume-candidate = Passage
resume-later = Rester à l’accueil

incident-waiting = Rien n’est perdu : votre saisie est gardée sur ce poste.
incident-waiting-next = Rebranchez la clé ou libérez de la place. Vous pouvez continuer à noter.
incident-elsewhere = Enregistrer ailleurs…
incident-retry = Réessayer
incident-close = Fermer ce message
dialog-close = Fermer
resume-file = Commission
incident-still = Le fichier reste hors d’atteinte. Votre saisie est gardée sur ce poste.
resume-candidate-value = {$name}, N° {$number}
resume-last = Dernier geste
resume-last-value = {$gesture}, à {$hours} h {$minutes} min {$seconds} s
resume-timer = Chronomètre
resume-timer-value = mis en pause à {$remaining} de la phase « {$phase} »
resume-timer-none = pas en marche
resume-go = Reprendre avec {$name}
new-grid-file = Chemin d’un autre fichier de grille
new-grid-add = Ajouter
new-file-name-unknown = commission.delibere
home-grids-entry = Grilles
home-grids-detail = Voir, dupliquer, faire la vôtre
new-grids = Toutes les grilles, en faire une
home-harmony = Harmonisation…
home-retention = Durée de conservation…
home-over = {$progress}. Conservation échue : purge proposée
