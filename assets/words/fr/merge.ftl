### Deux copies d’une commission : la copie d’un membre, la réunion, ce qui est à trancher.

merge-error-torn = Rien n’a été modifié : « {$path} » s’arrête au milieu d’une ligne. Recopiez-le depuis le poste d’où il vient. Après une coupure de courant, ouvrez-le d’abord sur ce poste, puis recommencez.
merge-error-broken = Rien n’a été modifié : « {$path} » a été altéré (ligne {$line} : {$cause}). Recopiez-le depuis le poste d’où il vient.
merge-error-waiting = Rien n’a été modifié : des gestes de « {$path} » sont encore gardés sur ce poste. Ouvrez ce fichier pour les y remettre, puis recommencez.
merge-error-other = Rien n’a été modifié : « {$path} » n’est pas utilisable tel quel. {$detail}
merge-error-mismatch = Rien n’a été modifié : « {$first} » et « {$second} » ne sont pas deux copies de la même commission.
merge-error-parted = Rien n’a été modifié : depuis {$since}, « {$first} » et « {$second} » racontent deux suites différentes du même fichier. Une ancienne copie a pris sa place sur ce poste, puis a été continuée. Gardez les deux fichiers, choisissez celui qui fait foi et refaites-y les gestes de l’autre.
merge-error-copy-of-copy = Rien n’a été modifié : « {$path} » est déjà la copie d’un membre. Les copies se font depuis le fichier de la commission.
merge-error-lent = Rien n’a été modifié : le membre {$member} a déjà sa copie. Si elle est perdue, ajoutez --again pour en faire une autre.

difference-document = Chacun a été créé à part. Le second poste part d’une copie du fichier de la commission (« Deux postes », ou delibere copy), jamais d’une nouvelle commission.
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
copies-title = Deux postes
copies-foot = Les fichiers voyagent sur une clé. Rien ne se perd en les réunissant, dans n’importe quel ordre et autant de fois qu’on veut.
copies-make = Donner sa copie à un membre
copies-make-text = Sa colonne se remplit alors dans sa copie, sur son poste, et nulle part ailleurs.
copies-is-copy = Ce fichier est la copie de {$member}. Rapportez-le sur le poste de la commission pour l’y réunir ; les copies se font depuis là-bas.
copies-here = Sa colonne se remplit dans ce fichier.
copies-lent = Sa colonne se remplit dans sa copie.
copies-make-one = Faire sa copie…
copies-make-again = Refaire sa copie…
copies-again-text = Seulement si sa copie est perdue ou abîmée : la nouvelle prend sa place, et l’ancienne ne remplit plus sa colonne.
copies-path = Fichier de la copie, sur la clé par exemple
copies-make-go = Faire la copie
copies-make-title = Faire la copie d’un membre
copies-join-title = Choisir la copie reçue
copies-file-name = commission-{$number}-membre-{$member}
copies-back = Reprendre sa colonne ici…
copies-back-text = La colonne de {$member} se remplira de nouveau dans ce fichier. Ce que sa copie contient n’est pas perdu : réunissez-la d’abord si vous l’avez.
copies-back-go = Reprendre la colonne
copies-join = Réunir une copie reçue
copies-join-text = Vous voyez d’abord ce qu’elle apporte. Rien ne change avant « Réunir ».
copies-received = Chemin de la copie reçue
copies-look = Voir ce qu’elle apporte
copies-drop = Ou déposez ici le fichier reçu.
copies-whose = Copie de {$member}
copies-of-commission = Fichier de la commission
copies-nothing-new = Rien de nouveau : tout ce qu’elle contient est déjà dans ce fichier.
copies-will-come = Ce qui sera ajouté à ce fichier :
copies-arrival = { $count ->
    [one] {$who} : 1 geste, {$on}, {$span}
   *[other] {$who} : {$count} gestes, {$on}, {$span}
}
copies-join-go = Réunir
copies-joined = Réuni. Ce fichier contient maintenant les deux copies.
copies-settle = Voir les points à trancher
settling-title = Points à trancher
settling-count = { $count ->
    [0] Aucun point n’attend votre choix.
    [one] 1 point attend votre choix. La note concernée ne s’arrête pas avant.
   *[other] {$count} points attendent votre choix. Les notes concernées ne s’arrêtent pas avant.
}
settling-text = Les deux copies ont rempli ce champ chacune de leur côté. La commission choisit ; l’autre valeur reste dans l’historique.
settling-closed = Cette colonne est encore fermée : ses valeurs ne sont pas montrées. Le point se tranche quand les deux membres ont validé.
settling-elsewhere = Ce point se règle en arrêtant ou en rouvrant la décision.
settling-late = Arrivé après l’arrêt de la note, qui ne change pas. Pour en tenir compte, rouvrez la décision.
settling-decide = Voir la décision
settling-retain = Retenir
settling-in-place = Ce qui est en place
settling-held = En place jusqu’à votre choix
settling-by = {$who}, le {$day} à {$hour}, {$place}
settling-at-home = dans le fichier de la commission
settling-on-copy = dans la copie de {$member}
settling-on-a-copy = dans une copie
settling-done = Tranché : {$field}, {$value}
settling-nothing = Plus rien à trancher
settling-nothing-text = Les copies réunies disent la même chose.
settling-hint-choose = autre point
settling-hint-settle = retenir
settling-open = { $count ->
    [one] 1 point à trancher entre les copies. La note concernée ne s’arrête pas avant.
   *[other] {$count} points à trancher entre les copies. Les notes concernées ne s’arrêtent pas avant.
}
settling-open-late = { $count ->
    [one] 1 changement est arrivé après l’arrêt d’une note. La note ne change pas.
   *[other] {$count} changements sont arrivés après l’arrêt de notes. Les notes ne changent pas.
}
settling-go = Trancher
settling-see = Voir
settling-of-candidate = { $count ->
    [one] 1 point à trancher
   *[other] {$count} points à trancher
}
settling-late-of = { $count ->
    [one] 1 changement tardif
   *[other] {$count} changements tardifs
}
copies-candidates = { $count ->
    [one] 1 candidat
   *[other] {$count} candidats
}
copies-span = le {$day}, de {$from} à {$to}
copies-span-days = du {$day} à {$from} au {$end} à {$to}
copies-span-instant = le {$day} à {$from}
