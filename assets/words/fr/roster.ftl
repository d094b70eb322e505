### La liste du centre : lecture, import, ordre et déplacements.

doubt-number-missing = Pas de numéro
doubt-number-rounded = Numéro arrondi par un tableur : { $text }
doubt-number-twice = Même numéro que la ligne { $line }
doubt-name-missing = Pas de nom
doubt-homonym = Même nom que la ligne { $line }, autre numéro
doubt-zeros = Zéros du numéro remis
doubt-hour = Heure non lue : « { $text } »
doubt-day = Date non lue : « { $text } »
doubt-option = Option inconnue : « { $text } »
doubt-extra = Temps majoré non compris, à saisir en minutes
doubt-extra-partly = Tiers temps compté, le reste de la case n’est pas gardé
doubt-slot = Même heure que la ligne { $line }

field-number = Numéro
field-full-name = Nom et prénom
field-last-name = Nom
field-first-name = Prénom
field-option = Option
field-establishment = Établissement
field-day = Date
field-hour = Passage
field-room = Salle
field-extra-time = Durées
field-absent = Absence
field-commission = Commission

difference-added = ajouté
difference-added-absent = ajouté, absent
difference-field = { $field } : { $former } → { $to }
difference-absent = absent
difference-moved = déplacé vers la commission { $number }
difference-back = revient dans cette commission
difference-gone-keep = n’est plus dans la liste, gardé
difference-gone-remove = n’est plus dans la liste, retiré
difference-gone-absent = n’est plus dans la liste, absent
difference-gone-moved = n’est plus dans la liste, déplacé vers la commission { $number }
difference-refused = { $change }. { $reason }

roster-no-columns = Rien n’a été modifié : dans « { $path } », aucune colonne n’est reconnue comme le numéro et le nom. Nommez les colonnes sur une ligne d’en-tête, ou importez la liste dans la fenêtre pour dire ce que chaque colonne contient.

cli-roster-column = { $heading } → { $field }
cli-roster-line = { $line }  { $number }  { $name }  { $option }  { $day }  { $hour }  { $lengths }
cli-roster-doubt = Ligne { $line }, { $name } : { $doubt }
cli-roster-change = { $number }  { $name } : { $change }
cli-roster-nothing = Rien à modifier : la commission est déjà comme la liste.
cli-roster-untouched = Rien n’a été modifié.
cli-roster-confirm = Rien n’a été modifié : relisez ces changements, puis relancez avec --yes.
cli-roster-ask = Écrire ces changements dans la commission ? [o/N]
cli-roster-refused = { $name } : { $detail }
cli-roster-entered = { $count ->
    [0] Aucun changement écrit.
    [one] 1 changement écrit.
   *[other] { $count } changements écrits.
}
cli-roster-not-gone = Le candidat { $number } est dans la liste, ou n’est pas dans la commission : son sort ne se choisit pas ici.
cli-status-moved = déplacé

help-roster = Lit la liste des candidats du centre (.csv ou .xlsx), ou la porte dans une commission
help-roster-file = Liste en .csv ou .xlsx
help-roster-import = Porte une liste dans une commission, après avoir montré ce qui change
help-roster-commission = Fichier de la commission
help-roster-moved = Candidat qui n’est plus dans la liste : déplacé vers une autre commission
help-roster-absent = Candidat qui n’est plus dans la liste : absent
help-roster-keep = Candidat qui n’est plus dans la liste : gardé
help-yes = Écrit sans demander
help-new-roster = Liste des candidats à porter dans la commission

refusal-moved = Rien n’a été modifié : ce candidat passe dans une autre commission. Revenez d’abord sur ce déplacement.
refusal-commission-missing = Rien n’a été modifié : indiquez le numéro de l’autre commission.
gesture-move = déplacement dans une autre commission
edit-bad-day = « { $value } » n’est pas une date comme 2026-05-12.
dossier-refused-not-list = Le fichier « { $path } » n’est pas une liste en .csv ou en .xlsx, quel que soit son nom. Rien n’a été modifié. Ouvrez-le dans un tableur, enregistrez-le en .xlsx, puis recommencez.

status-moved = déplacé
moved-to = commission { $number }
filter-moved = Déplacés { $count }
progress-moved = { $count ->
    [one] 1 déplacé
   *[other] { $count } déplacés
}

add-day = Jour, s’il diffère
add-day-hint = 12/05/2026
add-bad-day = Écrivez la date comme 12/05/2026.
add-room = Salle
add-establishment = Établissement
import-title = Importer une liste
import-kind = Liste (.csv, .xlsx)
import-known = { $count ->
    [0] Aucun candidat reconnu
    [one] 1 candidat reconnu
   *[other] { $count } candidats reconnus
}
import-doubtful = { $count ->
    [one] 1 ligne à vérifier
   *[other] { $count } lignes à vérifier
}
import-untouched = Rien n’est modifié tant que vous n’avez pas importé.
import-heading = « { $heading } »
import-line-head = Ligne
import-change = Changement
import-same = inchangé
import-passage = { $day }, { $hour }
import-line = Ligne { $line } de la liste
import-columns = Changer les colonnes…
import-cancel = Annuler
import-correct = Corriger la ligne { $line }
import-correct-go = Corriger
import-back = Revenir
import-see = Voir les lignes
import-go = { $count ->
    [0] Rien à importer
    [one] Importer 1 candidat
   *[other] Importer { $count } candidats
}
import-changes = { $count ->
    [0] Rien à importer
    [one] Importer 1 changement
   *[other] Importer { $count } changements
}
import-done = { $count ->
    [one] 1 ligne importée
   *[other] { $count } lignes importées
}
import-gone = hors liste
import-keep = Garder
import-remove = Retirer
import-absent = Absent
import-moved = Déplacé
import-moved-hint = N° commission
import-column = Colonne { $number }
import-aside = Laissée de côté
import-says = Cette colonne contient
import-remembered = Retenu pour la prochaine liste qui aura les mêmes titres.
commission-import = Importer une liste…
order-unchanged = L’ordre n’est pas modifié : rien à échanger de ce côté.
move-title = Déplacer { $name } vers une autre commission ?
move-text = Sa ligne reste ici, sans note. Vous pourrez revenir sur ce déplacement.
move-to = N° de l’autre commission
move-yes = Déplacer
move-back-title = { $name } revient dans cette commission ?
move-back-text = Le déplacement sera retiré. Il reste dans l’historique.
move-back-yes = Faire revenir
action-move-back = Faire revenir
new-list = Liste des candidats (facultatif)
new-list-hint = Fichier .csv ou .xlsx reçu du centre
new-list-browse = Choisir…
command-move = Déplacer vers une autre commission
command-earlier = Passer avant
command-later = Passer après
command-import = Importer une liste
