### Dossier et interrogation.

interrogation-indicators = Indicateurs de performance
interrogation-no-indicators = Cette ligne n’a pas d’indicateur : elle se juge sur l’ensemble de l’oral.
interrogation-own-marks = Repères personnels, sans effet sur la note
seen-yes = vu
seen-partly = partiel
seen-no = non vu
level-none = à évaluer
to-question = à interroger
tile-title = {$number} {$short}
uncovered-row = À interroger. Aucune réalisation du tableau de synthèse ne mobilise cette compétence.
no-dossier = Le dossier de cette personne n’a pas été ajouté.
no-dossier-add = Ajouter le dossier…
no-reading = Le tableau de synthèse n’a pas été lu.
covering = Réalisations concernées
covering-count = {$count} sur {$total}
covering-transversal = Cette ligne ne figure pas au tableau de synthèse.
realisation-documents = { $count ->
    [one] 1 document
   *[other] {$count} documents
}
questions = Questions préparées
questions-none = Aucune question préparée sur cette ligne.
notes = Notes personnelles
notes-hint = Ce que vous voyez et entendez. Effacé quand la note est arrêtée.
mark-masked = Note proposée masquée
mark-shown = Note proposée : {$mark}
mark-incomplete = Note proposée : pas encore
left = { $count ->
    [one] Encore 1 niveau
   *[other] Encore {$count} niveaux
}
validate = Valider mes niveaux
validate-common = Valider les niveaux
validated = Niveaux validés
take-back = Rouvrir mes niveaux
member-number = Membre {$number}
member-yours = Membre {$number}, à vous
member-together = Ensemble
undo = Annuler
redo = Rétablir

validate-title = { $count ->
    [one] Valider votre niveau ?
   *[other] Valider vos {$count} niveaux ?
}
validate-text = {$member} ne les verra qu’après avoir validé les siens. Vous pourrez les rouvrir tant qu’il n’a pas validé.
validate-text-common = Vous passerez à la décision. Vous pourrez les rouvrir tant que la note n’est pas arrêtée.
validate-text-open = Vous pourrez les rouvrir tant que la conciliation n’a pas commencé.
validate-again = Relire
validate-yes = Valider

timer-start = Démarrer
timer-pause = Pause
timer-resume = Reprendre
timer-finish = Terminer
timer-of = {$spent} sur {$total}
timer-length = durée {$length}
timer-expected = Fin prévue à {$hour}
timer-paused = en pause
timer-over = dépassement
timer-over-by = + {$over}
timer-done = Oral terminé

dossier-pieces = Pièces
dossier-add = Ajouter…
dossier-replace = Remplacer…
dossier-folder = Dossier…
dossier-zip = Fichier ZIP…
dossier-path = Chemin d’un dossier ou d’un ZIP
dossier-path-go = Lire
dossier-state-conform = conforme
dossier-state-missing = absent
dossier-state-read = reconnu
dossier-mark-conform = Conforme
dossier-mark-missing = Absent
dossier-mark-none = Comme lu
dossier-others = Autres documents
dossier-coverage = Couverture des compétences
dossier-coverage-source = lue dans le tableau, corrigeable
dossier-realisation = Réalisation
dossier-count = { $count -> 
    [one] 1 réalisation
   *[other] { $count } réalisations
}
dossier-no-tableau = Aucun tableau de synthèse n’a été lu. La couverture se juge pendant l’échange.
dossier-uncovered = {$row} : aucune réalisation. À interroger à l’oral.
dossier-prepare = Préparer une question
dossier-questions = { $count -> 
    [0] Questions préparées
   *[other] Questions préparées ({ $count })
}
dossier-question-hint = Votre question, puis Entrée
dossier-question-add = Ajouter
dossier-question-remove = Retirer
dossier-start = Commencer l’interrogation
dossier-continue = Continuer l’interrogation
dossier-foot = Le dossier se prépare avant l’oral. Il reste consultable pendant l’échange.
dossier-conformity = Le contrôle de conformité revient aux autorités académiques. Une attestation manquante n’entraîne jamais de pénalité.
dossier-empty-title = Le dossier de cette personne n’a pas été ajouté.
dossier-empty-text = Déposez ici le dossier de la personne candidate (dossier ou ZIP), ou choisissez-le.
dossier-documents = Documents
dossier-findings = À vérifier
dossier-identity = Lu dans le tableau : {$name}, N° {$number}
dossier-penalty-proposed = Pénalité proposée : {$penalty}. Elle se décide à l’étape Décision.
timer-next-short = Phase suivante
locked-sealed-short = Note arrêtée
conciliation-open-go = Passer à la conciliation
covering-missing = Manque au dossier : {$pieces}
mark-free = Pas de note calculée
interrogation-criteria = Critères d’évaluation
interrogation-components = Composantes essentielles
interrogation-situations = Situations professionnelles
situations-covered = {$covered} couvertes, {$wanted} attendues
level-waived = dispensé
level-not-here = Cette ligne n’a pas de niveau « {$level} ».
level-suggested = Niveau suggéré : {$level} ({$seen} sur {$total} vus)
row-waived = Le candidat est dispensé de cette ligne.
row-waived-why = Dispensé : {$reason}
criterion-waived = Non pris en compte : {$text}
row-flagged = à creuser
row-critical = indispensable
spread-nothing = Choisissez d’abord le niveau de cette ligne.
spread-none = Toutes les lignes de ce groupe ont déjà un niveau.
consult = Consulter
consult-back = Revenir
consult-modality = Modalité d’évaluation
consult-deliverables = Livrables attendus
outline-tab = {$number} · {$done}/{$total}
outline-done = {$done} sur {$total}
outline-progress = {$title} : {$done} sur {$total}
outline-row = Ligne {$row} sur {$total}
blocs-done = Blocs parcourus : {$done} sur {$total}
dossier-zone-pieces = Pièces
dossier-zone-tableau = Tableau de synthèse
dossier-zone-detail = Ligne et pièce
dossier-tab-report = Lecture
dossier-tab-report-count = Lecture · { $count -> 
    [one] 1 point à vérifier
   *[other] { $count } points à vérifier
}
dossier-coverage-checked = lecture vérifiée par la commission
dossier-question-keep = Garder
dossier-question-leave = Annuler
dossier-relabel = Ce n’est pas cette pièce ? Dites ce que c’est.
access-untried = Adresse non vérifiée
access-opened-at = Accessible le {$day} à {$hour}
access-refused-at = Inaccessible le {$day} à {$hour}
access-opened = Accessible
access-refused = Inaccessible
access-none = Non vérifiée
dossier-no-line = Aucune réalisation n’a été lue.
dossier-line = Ligne {$number}
dossier-line-new = Nouvelle réalisation
dossier-line-add = Ajouter une ligne
dossier-line-title = Réalisation
dossier-line-period = Période
dossier-line-section = Section
dossier-line-corrected = Corrigé. Lu : {$read}
dossier-line-written = Écrit par la commission.
dossier-line-read-at = Lu en {$place}.
dossier-line-nothing-read = Rien n’a été lu ici.
dossier-line-aside = Écarter cette ligne
dossier-line-remove = Retirer cette ligne
dossier-line-restore = Revenir à ce qui est lu
dossier-tick-was-read = Décoché par la commission. Le tableau le coche.
dossier-tick-was-not-read = Coché par la commission. Le tableau ne le coche pas.
report-counts = { $lines -> 
    [one] 1 réalisation lue
   *[other] { $lines } réalisations lues
}, { $ticks -> 
    [one] 1 coche.
   *[other] { $ticks } coches.
}
report-nothing = Rien à signaler dans cette lecture.
report-checked = La lecture a été comparée à l’original.
report-corrections = Corrections de la commission
report-restore = Reprendre ce qui est lu
correction-ticked = {$line}, {$column} : coché.
correction-unticked = {$line}, {$column} : décoché.
correction-aside = {$line} : écartée, elle ne compte pas.
correction-added = {$line} : ligne ajoutée.
correction-title = {$line} : intitulé « {$text} ».
correction-period = {$line} : période « {$text} ».
correction-section = {$line} : autre section.
tick-text = « {$text} » en {$place} (texte)
tick-fill = Couleur de la cellule en {$place}
tick-border = Diagonales de la cellule en {$place}
tick-shape = Forme dessinée en {$place}
tick-jury = Coché par la commission
question-on = {$question} ({$realisation})
dossier-stranger = Est-ce le bon dossier ? {$finding}
hand-over-elsewhere = La colonne de {$member} se remplit dans une autre copie. Réunissez les copies quand elle est validée.
