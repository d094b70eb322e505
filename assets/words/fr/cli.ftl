### Ligne de commande.

cli-line-unreadable = Ligne {$line} : rien n’a été modifié, {$detail}
cli-line-refused = Ligne {$line} : {$detail}
cli-created = Commission créée : {$path}
cli-verified = { $lines ->
    [one] Fichier sain : 1 geste, chaîne intacte.
   *[other] Fichier sain : {$lines} gestes, chaîne intacte.
}
cli-writer = - copie {$writer} : {$lines} gestes
cli-grid-line = {$id} : {$title} (sessions {$sessions})
cli-grid-sound = { $rows ->
    [one] {$path} : grille valide, 1 ligne, {$levels} niveaux, {$penalties} pénalités.
   *[other] {$path} : grille valide, {$rows} lignes, {$levels} niveaux, {$penalties} pénalités.
}
cli-level-count = La grille a {$wanted} lignes, {$given} niveaux sont donnés. Écrivez « - » pour une ligne sans niveau.
cli-bad-note = « {$value} » n’est pas une note.
cli-bad-day = « {$value} » n’est pas une date comme 2026-06-03.
cli-unknown-candidate = Aucun candidat ne porte le numéro {$number}.
cli-no-candidate = Cette commission n’a pas encore de candidat.
cli-exported = Écrit : {$path}
cli-demo-ready = Commission de démonstration prête : {$path}
cli-header = {$short}, épreuve {$exam}, session {$session}. Commission {$number}. {$members}
cli-candidate = {$number}  {$name}  {$status}
cli-status-waiting = à venir
cli-status-started = en cours
cli-status-to-decide = à délibérer
cli-status-sealed = note arrêtée
cli-status-absent = absent
cli-no-window = Rien n’est perdu : la fenêtre n’a pas pu s’ouvrir ({$cause}). Toutes les commandes restent utilisables sans fenêtre : delibere --help.
usage-missing = Il manque {$argument}. Aide : delibere --help
usage-unknown = L’argument « {$argument} » n’existe pas. Aide : delibere --help
usage-command = La commande « {$command} » n’existe pas. Aide : delibere --help
usage-value = La valeur « {$value} » ne convient pas à {$argument}. Aide : delibere --help
usage-conflict = {$argument} ne va pas avec les autres arguments. Aide : delibere --help
usage-other = Cette ligne de commande n’est pas comprise. Aide : delibere --help

help-about = Délibéré : noter un oral d’examen à deux, hors ligne, de la grille aux fiches officielles.
help-file = Commission à ouvrir dans la fenêtre
help-demo = Ouvre la commission de démonstration, prête à noter
help-demo-dir = Dossier où la poser
help-demo-no-window = Pose les fichiers sans ouvrir la fenêtre
help-new = Crée le fichier d’une commission
help-apply = Ajoute les gestes lus sur l’entrée, un par ligne ; écrit un accusé après chaque écriture sûre
help-show = Montre l’état d’une commission
help-show-all = Montre aussi les colonnes encore fermées
help-verify = Vérifie la chaîne d’un fichier
help-merge = Réunit des copies d’une même commission
help-merge-out = Fichier à créer ; sans lui, le premier fichier reçoit ce que portent les autres
help-copy = Fait la copie d’un membre, qui y remplira sa colonne sur un autre poste
help-copy-out = Fichier de la copie
help-copy-for = Le membre, 1 ou 2
help-copy-again = Remplace une copie perdue
help-copy-back = Reprend la colonne du membre dans ce fichier, sans faire de copie
help-mark = Calcule la note proposée par un profil
help-grid = Grilles installées et vérification
help-grid-list = Liste les grilles installées
help-grid-check = Vérifie des fichiers de grille
help-export = Écrit les fiches officielles en PDF
help-json = Sortie pour un programme
help-grid-id = Grille installée, ou fichier de grille
help-edition = Session de l’édition, la plus récente par défaut
help-commission = Numéro de la commission
help-member = Nom d’un membre, à répéter pour chacun
help-mode = Forme de l’épreuve : ponctuelle ou ccf
help-day = Jour des oraux
help-blind = Séparée à l’aveugle : colonne de l’autre fermée jusqu’aux deux validations (par défaut)
help-separate = Séparée : une colonne chacun, ouverte
help-common = Commune : une seule colonne
help-profile = Un niveau par ligne de la grille, « - » pour une ligne sans niveau
help-penalty = Pénalité retenue, à répéter
help-note = Note retenue par la commission, à la place de la proposition
help-candidate = Numéro de la personne candidate
help-all = Toutes les personnes candidates
help-out = Dossier où écrire
cli-piece = {$kind} : {$path}
cli-piece-missing = Manque : {$piece}
cli-covered = { $count ->
    [0] {$row} : aucune réalisation
    [one] {$row} : 1 réalisation
   *[other] {$row} : {$count} réalisations
}
cli-realisation = {$title} ({$period}) : {$rows}
demo-member-1 = Mme Hélène SPÉCIMEN
demo-member-2 = M. Paul MODÈLE
demo-question-urgent = Requalifier une demande urgente ?
demo-question-closed = Un incident clos : qui a validé ?
demo-question-web = Avez-vous contribué à un site ou à une page en ligne ?
help-heading-options = Options
help-heading-commands = Commandes
help-heading-usage = Usage :
help-value-command = COMMANDE
help-help = Montre cette aide
help-version = Montre la version
cli-penalty-amount = Dites combien de points prend la pénalité : --penalty {$name}=3
help-bonus = Points ajoutés par la commission
help-waive = Ligne dont le candidat est dispensé

help-dossier-csv = Écrit le tableau de conformité en CSV dans ce fichier
help-dossier-commission = Rapproche les dossiers des personnes de ce fichier de commission
help-dossier-roster = Rapproche les dossiers des personnes de cette liste (.csv ou .xlsx)
help-dossier-more = Lit le dossier d’une personne candidate (dossier ou .zip), ou un dossier qui en contient plusieurs.
    Avec --json, un dossier donne ses pièces (chemin, nature, SHA-256, taille), ce qui manque, l’identité lue et la lecture du tableau, dans la forme décrite par « delibere tableau --help ».
    Un dossier de dossiers donne un tableau de conformité : une ligne par dossier, rapprochée de la liste par le numéro, sinon par le nom exact ; jamais au hasard.
help-tableau-more = Lit un tableau de synthèse (.xlsx, .ods ou .pdf, reconnu par son contenu).
    Avec --json : layout, session, candidate, number, centre, url, option, sections, realisations (section, title, period_raw, ticks, reason, flags, documents, links, texts), uncovered.
    reason dit pourquoi une cellule compte comme cochée : texte, couleur, bordure ou forme. flags : suite, sans_coche, masquee, fin_avant_debut, date_impossible.
    source, period_source, tick_sources et sources disent où chaque valeur a été lue : « F12 » dans une feuille, page, x et y (en points, depuis le coin supérieur gauche) dans un PDF.
    period donne les dates sûres (start, end, precision, open) ; counts compte ; findings dit ce que le jury doit savoir ; doubts ce dont la lecture n’est pas sûre.
cli-option-none = option à préciser
cli-findings = Constats :
cli-finding = - { $finding }
cli-many-head = Dossier
cli-many-candidate = Personne
cli-many-match = Rapprochement
cli-many-portfolio = Portfolio
cli-many-tableau = Tableau
cli-many-attestation = Attestations
cli-many-realisations = Réalisations
cli-many-uncovered = Non couvertes
cli-many-findings = Constats
cli-many-number = numéro
cli-many-name = nom
cli-many-ambiguous = à choisir
cli-many-nobody = inconnu
cli-many-unmatched = sans liste
cli-many-yes = oui
cli-many-no = manque
cli-many-refused = illisible
cli-many-nothing = Aucun dossier dans « { $path } ». Choisissez le dossier qui contient ceux des personnes candidates.
cli-many-written = Tableau de conformité écrit : { $path }
cli-many-exists = « { $path } » existe déjà et n’a pas été remplacé. Choisissez un autre nom.
help-dossier = Lit le dossier d’une personne candidate (dossier ou .zip), ou un dossier qui en contient plusieurs
help-tableau = Lit un tableau de synthèse (.xlsx, .ods ou .pdf)
