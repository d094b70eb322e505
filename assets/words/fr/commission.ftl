### La commission et ses candidats ; le bandeau.

commission-back = Accueil
commission-title = Commission {$number}
commission-subtitle = {$short}, épreuve {$exam}, session {$session}. {$members}
commission-subtitle-day = {$short}, épreuve {$exam}, session {$session}. {$day}. {$members}
commission-and = {$first} et {$second}
day-full = {$weekday} {$day}

saved-at = Enregistré à {$hour}
saved-waiting = En attente d’écriture
saved-read-only = Lecture seule
saved-sealed = Arrêtée à {$hour}
saved-tip = Tout est déjà enregistré, à {$hours} h {$minutes} min {$seconds} s.
saved-nothing = Rien à enregistrer pour l’instant.

now-started = {$name} est en cours d’interrogation
now-resume = Reprendre l’interrogation
now-decide = {$name} est à délibérer
now-decide-detail = { $count ->
    [0] Aucun désaccord à concilier.
    [one] 1 désaccord à concilier.
   *[other] {$count} désaccords à concilier.
}
now-decide-go = Délibérer
now-next = Prochain passage : {$name}
now-next-at = À {$hour}, {$option}.
now-next-soon = {$option}
now-open = Ouvrir
now-done = Toutes les notes sont arrêtées
now-done-detail = Exportez les fiches, puis rangez le fichier avec les papiers du jury.

filter-all = Tous {$count}
filter-started = En cours {$count}
filter-to-decide = À délibérer {$count}
filter-waiting = À venir {$count}
filter-sealed = Arrêtées {$count}
filter-absent = Absents {$count}
commission-add = Ajouter
commission-export = Tout exporter…

column-passage = Passage
column-candidate = Candidat
column-option = Option
column-durations = Durées
column-dossier = Dossier
column-member = Membre {$number}
column-status = Statut
column-mark = Note
dossier-conform = conforme
dossier-none = à ajouter
dossier-missing = { $count ->
    [one] 1 pièce manque
   *[other] {$count} pièces manquent
}
dossier-to-decide = pénalité à décider
member-validated = validé
member-progress = {$graded} sur {$total}
none = –
mark-hidden = ••
status-waiting = à venir
status-started = en cours
status-to-decide = à délibérer
status-sealed = note arrêtée
status-absent = absent
absent-at = constaté à {$hour}
action-open = Ouvrir
action-resume = Reprendre
action-decide = Délibérer
action-see = Voir
marks-hidden = Notes masquées
marks-visible = Notes visibles
range = {$from} – {$to}
foot-choose = choisir
foot-open = ouvrir
foot-absent = absent
foot-undo = annuler

commission-empty-title = Aucun candidat pour l’instant
commission-empty-text = Importez la liste reçue du centre d’examen, ou ajoutez un candidat à la main.
commission-empty-filter = Aucun candidat dans cette liste.

add-title = Ajouter un candidat
add-title-correct = Corriger {$name}
add-number = N° candidat
add-last-name = Nom
add-first-name = Prénom
add-option = Option
add-option-none = à préciser
add-passage = Heure de passage
add-passage-hint = 10 h 15
add-minutes = Durée, {$phase} (minutes)
add-minutes-hint = 13 min 20
add-save = Ajouter
add-correct = Corriger
add-cancel = Annuler
add-bad-hour = Écrivez l’heure comme 10 h 15.
add-bad-minutes = Écrivez la durée comme 13 min 20 ou 13:20.
add-missing = Numéro, nom et prénom

confirm-title = Est-ce bien {$name}, N° {$number} ?
confirm-text = Passage à {$hour}, option {$option}.
confirm-text-no-hour = Option {$option}.
confirm-yes = Oui, commencer
confirm-no = Choisir un autre candidat

absent-title = Constater l’absence de {$name} ?
absent-text = Aucune note ne sera arrêtée. Vous pourrez revenir sur ce constat.
absent-yes = Constater l’absence
absent-no = Annuler
absent-back-title = {$name} est finalement là ?
absent-back-text = Le constat d’absence sera retiré. Il reste dans l’historique.
absent-back-yes = Retirer le constat

band-back = Commission {$number}
band-number = N° {$number}
stage-dossier = Dossier
stage-interrogation = Interrogation
stage-conciliation = Conciliation
stage-decision = Décision
stage-sheets = Fiches

undone = Annulé : {$gesture}
redone = Rétabli : {$gesture}
nothing-to-undo = Rien à annuler ici.
nothing-to-redo = Rien à rétablir ici.
gesture-add = candidat {$number}
gesture-remove = retrait du candidat {$number}
gesture-correct = correction de l’identité
gesture-ticking = manière de cocher
gesture-begin = début de l’oral
gesture-absent = absence
gesture-dossier = dossier
gesture-piece = état d’une pièce
gesture-question = question préparée
gesture-level = ligne {$row}, {$level}
gesture-level-cleared = ligne {$row}, niveau effacé
gesture-indicator = indicateur, ligne {$row}
gesture-validate = validation
gesture-timer = chronomètre
gesture-mark = note {$mark}
gesture-mark-hidden = note
gesture-mark-cleared = note effacée
gesture-reason = motif
gesture-penalty = pénalité « {$penalty} »
gesture-observation = observations, {$phase}
gesture-appreciation = appréciation
gesture-visa = visa
gesture-seal = note arrêtée
gesture-reopen = décision rouverte
gesture-lend = colonne confiée à une copie, ou reprise
gesture-settle = point tranché entre les deux copies

handover-title = À vous, {$member}
handover-text = Les niveaux de {$other} sont masqués. Ils le resteront jusqu’à ce que vous ayez tous les deux validé.
handover-text-open = Les deux colonnes sont ouvertes.
handover-go = Ouvrir ma colonne
handover-back = Revenir à {$member}
handover-candidate = {$name}, N° {$number}
neutral-title = {$name}
neutral-back = Revenir
now-started-detail = L’oral ou la notation n’est pas terminé.
gesture-level-veiled = niveau de la ligne {$row}
commission-grid = Voir la grille
gesture-amend = correction du tableau de synthèse
gesture-label = nature d’une pièce
gesture-access = accès au portfolio
commission-dossiers = Dossiers…
dossiers-title = Joindre les dossiers de la commission
dossiers-what = Choisissez le dossier qui contient ceux des candidats, un par personne (dossiers ou fichiers ZIP). Rien n’est joint avant votre accord.
dossiers-path = Chemin du dossier
dossiers-pick = Choisir…
dossiers-read = Lire les dossiers
dossiers-reading = Lecture des dossiers : {$done} sur {$total}
dossiers-joined = { $count -> 
    [0] Aucun dossier n’a été joint.
    [one] 1 dossier joint.
   *[other] { $count } dossiers joints.
}
dossiers-by-number = reconnu par le numéro
dossiers-by-name = reconnu par le nom
dossiers-by-jury = choisi par la commission
dossiers-counts = { $lines -> 
    [one] 1 réalisation
   *[other] { $lines } réalisations
}, { $uncovered -> 
    [0] tout est couvert
    [one] 1 compétence non couverte
   *[other] { $uncovered } compétences non couvertes
}
dossiers-findings = { $count -> 
    [one] 1 à vérifier
   *[other] { $count } à vérifier
}
dossiers-unreadable = Illisible
dossiers-closed = {$name} : note arrêtée
dossiers-has-one = {$name} a déjà un dossier
dossiers-ambiguous = Plusieurs personnes possibles
dossiers-nobody = Personne de la liste
dossiers-to-choose = À attribuer
dossiers-whose = À qui est ce dossier ?
dossiers-join = { $count -> 
    [0] Joindre
    [one] Joindre 1 dossier
   *[other] Joindre { $count } dossiers
}
dossiers-export = Exporter le tableau
dossiers-head-folder = Dossier
dossiers-head-person = Candidat
dossiers-head-portfolio = Portfolio
dossiers-head-tableau = Tableau
dossiers-head-attestation = Attestation
dossiers-head-counts = Lecture
dossiers-head-findings = À vérifier
dossiers-file = conformite-des-dossiers.csv
dossiers-written = Tableau écrit : {$path}
dossiers-perhaps = Peut-être {$name}
commission-tools = Outils
commission-copies = Deux postes…
commission-points = Points à trancher…
commission-harmony = Harmonisation…
commission-data = Données d’une personne…
