### Deux copies d’une commission : la copie d’un membre, la réunion, ce qui est à trancher.

merge-error-torn = Rien n’a été modifié : « {$path} » s’arrête au milieu d’une ligne. Recopiez-le depuis le poste d’où il vient. Après une coupure de courant, ouvrez-le d’abord sur ce poste, puis recommencez.
merge-error-broken = Rien n’a été modifié : « {$path} » a été altéré (ligne {$line} : {$cause}). Recopiez-le depuis le poste d’où il vient.
merge-error-waiting = Rien n’a été modifié : des gestes de « {$path} » sont encore gardés sur ce poste. Ouvrez ce fichier pour les y remettre, puis recommencez.
merge-error-other = Rien n’a été modifié : « {$path} » n’est pas utilisable tel quel. {$detail}
merge-error-mismatch = Rien n’a été modifié : « {$first} » et « {$second} » ne sont pas deux copies de la même commission.
merge-error-parted = Rien n’a été modifié : depuis {$since}, « {$first} » et « {$second} » racontent deux suites différentes du même fichier. Une ancienne copie a pris sa place sur ce poste, puis a été continuée. Gardez les deux fichiers, choisissez celui qui fait foi et refaites-y les gestes de l’autre.
merge-error-copy-of-copy = Rien n’a été modifié : « {$path} » est déjà la copie d’un membre. Les copies se font depuis le fichier de la commission.
merge-error-lent = Rien n’a été modifié : le membre {$member} a déjà sa copie. Si elle est perdue, ajoutez --again pour en faire une autre.

difference-document = Chacun a été créé à part. Le second poste part d’une copie du fichier de la commission (delibere copy), jamais d’une nouvelle commission.
difference-grid = Grilles différentes : « {$first} » et « {$second} ».
difference-rows = Lignes de grille différentes : {$rows}.
difference-grid-text = Même grille, mais son barème ou ses textes diffèrent.
difference-session = Sessions différentes : {$first} et {$second}.
difference-number = Commissions différentes : {$first} et {$second}.
difference-members = Membres différents : {$first} ; {$second}.
difference-roster = Candidats d’un seul côté : {$first} ; {$second}.
difference-roster-none = aucun
difference-terms = Forme de l’épreuve, manière de cocher ou jour différents.

merge-done = { $count ->
    [one] « {$path} » réunit 1 geste.
   *[other] « {$path} » réunit {$count} gestes.
}
merge-same = Rien de nouveau : ces fichiers disent déjà la même chose.
merge-brought = Apporté par « {$path} » :
merge-brought-nothing = Apporté par « {$path} » : rien de nouveau.
merge-arrival = { $count ->
    [one] - {$who}, {$candidate} : 1 geste, à {$first}
   *[other] - {$who}, {$candidate} : {$count} gestes, de {$first} à {$last}
}
merge-whole = toute la commission
merge-the-commission = la commission
merge-conflicts = { $count ->
    [one] 1 point à trancher. La note ne s’arrête pas avant.
   *[other] {$count} points à trancher. Les notes concernées ne s’arrêtent pas avant.
}
merge-late = { $count ->
    [one] 1 champ changé dans une copie après l’arrêt de la note. La note arrêtée ne change pas. Pour en tenir compte, rouvrez la décision.
   *[other] {$count} champs changés dans une copie après l’arrêt de la note. Les notes arrêtées ne changent pas. Pour en tenir compte, rouvrez les décisions.
}
merge-conflict = - {$candidate}, {$field} :
merge-side = { $held ->
    [yes] {"  "}{$value} ({$who}, {$when}), en place jusqu’à votre choix
   *[no] {"  "}{$value} ({$who}, {$when})
}
merge-lapsed = Visa à redonner : {$member}, pour {$candidate}. La décision a changé.
merge-copy-made = Copie de {$member} : {$path}. Sa colonne se remplit désormais dans cette copie.
merge-taken-back = La colonne de {$member} se remplit de nouveau dans ce fichier.

slot-roster = inscription sur la liste
slot-ticking = manière de cocher
slot-begun = début de l’oral
slot-absent = absence
slot-dossier = dossier
slot-piece = pièce « {$name} »
slot-question = question préparée
slot-level = niveau de la ligne {$row}, colonne de {$who}
slot-indicator = indicateur de la ligne {$row}, colonne de {$who}
slot-validated = validation de {$who}
slot-timer = chronomètre
slot-mark = note de la commission
slot-reason = motif de la note
slot-penalty = pénalité « {$name} »
slot-flag = ligne {$row} à creuser, colonne de {$who}
slot-waived-row = dispense de la ligne {$row}
slot-waived-indicator = dispense d’un critère de la ligne {$row}
slot-bonus = points ajoutés
slot-ruling = décision sur « {$name} »
slot-amount = montant de la pénalité « {$name} »
slot-observation = observations, {$phase}
slot-appreciation = appréciation
slot-visa = visa
slot-seal = arrêt de la note

value-nothing = rien
value-hidden = valeur cachée tant que la colonne est fermée
value-yes = oui
value-no = non
value-removed = retiré de la liste
value-listed = {$name}, numéro {$number}
value-listed-at = {$name}, numéro {$number}, passage à {$hour}
value-common = commune
value-separate = séparée
value-blind = séparée à l’aveugle
value-as-all = comme la commission
value-joined = dossier joint
value-conform = conforme
value-missing = manquante
value-asked = posée
value-not-asked = non posée
value-seen = vu
value-partly = partiel
value-unseen = non vu
value-timer = phase {$phase}, {$time} en tout
value-sealed = note arrêtée
value-reopened = décision rouverte
value-text = « {$text} »
slot-moved = changement de commission
slot-amended = correction du tableau de synthèse
slot-label = nature de « {$path} »
slot-access = accès à « {$address} »
