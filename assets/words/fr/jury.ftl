### Phrases pour l’appréciation, temps, codes oubliés, exercice d’étalonnage.

comments-title = Phrases pour l’appréciation
comments-text = Selon les niveaux arrêtés. Entrée ajoute la phrase à la fin de l’appréciation, Ctrl Z la retire. Vous pouvez ensuite la corriger.
comments-import = Reprendre un fichier…
comments-export = Enregistrer dans un fichier…
comments-kind = Phrases pour l’appréciation (JSON)
comments-add = Ajouter une phrase
comments-change = Modifier
comments-none = Aucune phrase pour ce niveau.
comments-for = { $row }, { $level }
comments-hint = Une phrase sur le profil, jamais sur la personne
comments-remove = Retirer de la liste
comments-cancel = Annuler
comments-keep = Garder cette phrase
comments-yours = Vos phrases restent sur ce poste et servent à toutes vos commissions.
comments-close = Fermer
comments-inserted = Phrase ajoutée à la fin de l’appréciation.
comments-exported = Phrases enregistrées dans { $path }
comments-line = { $row } { $level } : { $text }
comments-misfit = Rien n’a été modifié. Les phrases de { $path } ne conviennent pas : { $misfit }
comments-not = Rien n’a été modifié. { $path } n’est pas un fichier de phrases : { $detail }
misfit-grid = elles sont faites pour la grille « { $grid } ».
misfit-row = phrase { $place }, la grille n’a pas de ligne « { $row } ».
misfit-level = phrase { $place }, la ligne n’a pas de niveau « { $level } ».
misfit-empty = la phrase { $place } est vide.
misfit-long = la phrase { $place } dépasse { $most } caractères.
misfit-many = il y en a plus de { $most }.
decision-comments = Phrases types…
command-comments = Phrases types pour l’appréciation
help-comments = Phrases proposées pour l’appréciation : les lister, les enregistrer, les reprendre
help-comments-list = Liste les phrases d’une grille
help-comments-export = Écrit les phrases d’une grille dans un fichier neuf
help-comments-import = Ajoute aux vôtres les phrases d’un fichier
help-comments-grid = Grille dont le fichier donne les phrases ; celle qu’il nomme si omis
help-comments-replace = Remplace vos phrases au lieu d’y ajouter
comments-imported = { $count ->
    [0] Aucune phrase nouvelle : vous les avez toutes.
    [one] 1 phrase ajoutée aux vôtres.
   *[other] { $count } phrases ajoutées aux vôtres.
}
comments-count = { $count ->
    [0] Aucune phrase pour cette grille.
    [one] 1 phrase.
   *[other] { $count } phrases.
}
time-title = Temps de l’oral
time-hour = { $hours } h { $minutes } min { $seconds } s
time-begun = Identité confirmée
time-started = Début : { $phase }
time-paused = Pause, motif non indiqué
time-paused-why = Pause : { $reason }
time-resumed = Reprise
time-phase = Phase suivante : { $phase }
time-overrun = Durée prévue écoulée : { $phase }
time-finished = Fin de l’oral
time-corrected = Temps rectifié à la main
time-spent = { $phase } : { $spent } sur { $total }
time-spent-over = { $phase } : { $spent } sur { $total }, dépassement de { $over }
time-empty = Le chronomètre n’a pas encore servi.
time-kept = Ce relevé est tiré du journal de la commission. Il protège le jury en cas de contestation et ne mesure le rythme de personne.
time-line = { "    " }{ $hour }  { $event }
time-total = { "    " }{ $spent }
pause-title = Motif de la pause
pause-technical = Incident technique
pause-unwell = Malaise
pause-interrupted = Interruption extérieure
pause-hint = Autre motif, en quelques mots, puis Entrée
pause-stopped = Application arrêtée
timer-why = Motif…
timer-soon = Bientôt la fin
command-time = Temps de l’oral, motif d’une pause
help-show-time = Montre pour chaque oral les heures de début, de pause, de reprise et de fin
forgotten-open = Code oublié…
forgotten-title = Code oublié
forgotten-who = Qui a oublié son code ? Rien n’est perdu : les niveaux et les notes restent comme ils sont.
forgotten-reason = Motif
forgotten-hint = Oublié depuis ce matin
forgotten-next = Continuer
forgotten-vouch = { $other } confirme avec son propre code que { $member } a oublié le sien.
forgotten-nobody = Personne ne se souvient d’un code
forgotten-nobody-text = Tous les codes de la commission seront retirés. Les colonnes s’ouvriront sans code, et chacun pourra le voir : l’heure et le motif restent dans le journal et sur l’écran de la commission.
forgotten-nobody-yes = Retirer les codes
forgotten-new = { $member } tape son nouveau code, à 4 chiffres.
forgotten-without = Continuer sans code
forgotten-keep = Garder ce code
forgotten-kept = Ce changement est écrit dans le journal, avec l’heure, le motif et qui l’a confirmé.
forgotten-done = Code remplacé. Le motif est dans le journal.
resets-link = Codes remplacés : { $count }
resets-title = Codes remplacés
resets-by = { $day }, { $hour } : code de { $member }, confirmé par { $by }. Motif : { $reason }
resets-alone = { $day }, { $hour } : code de { $member }, sans confirmation d’un autre membre. Motif : { $reason }
gaps-same = { $count ->
    [0] aucun accord
    [one] 1 accord
   *[other] { $count } accords
}
gaps-near = { $count ->
    [one] 1 écart d’un niveau
   *[other] { $count } écarts d’un niveau
}
gaps-wide = { $count ->
    [one] 1 écart de deux niveaux ou plus
   *[other] { $count } écarts de deux niveaux ou plus
}
exercise-title = Exercice d’étalonnage
exercise-tag = Exercice
exercise-open = Exercice d’étalonnage
exercise-back = Quitter l’exercice
exercise-recent = Exercice, commission { $number }
exercise-line = Exercice d’étalonnage : personnes fictives, aucune note ne compte.
exercise-no-summary = Rien n’a été écrit : c’est un exercice d’étalonnage, il n’a pas de bordereau.
harmony-exercise = { $path } est un exercice d’étalonnage : il n’est pas compté.
export-exercise = EXERCICE
export-exercise-notice = Exercice d’étalonnage : personne fictive, sans valeur.
gaps-title = Bilan de l’exercice
gaps-text = Ligne par ligne, l’écart entre vos deux lectures de la grille. Commencez par ce qui est signalé : relisez ensemble les descripteurs.
gaps-none = Les écarts paraîtront quand les deux membres auront validé un même candidat.
gaps-open = Bilan des écarts
gaps-line = { "    " }{ $row } : { $gaps }
exercise-sheets = Un exercice n’a pas de bordereau ; ses fiches portent « EXERCICE ».
exercise-no-list = C’est un exercice, il garde ses personnes fictives. Quittez-le pour entrer des candidats.
