### Harmonisation : ce que disent des notes arrêtées lues ensemble, et ce qu’elles ne disent pas.

harmony-unreadable = Non compté. {$cause}
harmony-unsound = Non compté : « {$path} ». {$cause}
harmony-twice = Compté une seule fois : « {$path} » est une autre copie d’une commission déjà lue.
harmony-nothing-sealed = « {$path} » n’a encore aucune note arrêtée.
harmony-open = { $count ->
    [one] « {$path} » : 1 note n’est pas encore arrêtée et n’est pas comptée.
   *[other] « {$path} » : {$count} notes ne sont pas encore arrêtées et ne sont pas comptées.
}
harmony-same-number = « {$path} » porte le même numéro de commission qu’un autre fichier ({$number}). Les deux sont comptés séparément.
harmony-none = –
harmony-share = {$percent} %
harmony-head = { $commissions ->
    [one] {$short}, épreuve {$exam}, session {$session} : 1 commission, {$sealed} notes arrêtées
   *[other] {$short}, épreuve {$exam}, session {$session} : {$commissions} commissions, {$sealed} notes arrêtées
}
harmony-marks = { $count ->
    [0] aucune note
    [one] 1 note : {$mean}
   *[other] {$count} notes : moyenne {$mean}, médiane {$median}, de {$least} à {$most}, écart-type {$population} (sur ces notes), {$sample} (estimé, n − 1)
}
harmony-part = - Commission {$number}, {$marks}. Écart à l’ensemble : {$points}. {$caution}
harmony-gap-none = Aucune note à comparer.
harmony-gap-few = { $count ->
    [one] 1 note seulement : trop peu pour comparer.
   *[other] {$count} notes seulement : trop peu pour comparer.
}
harmony-gap-chance = { $count ->
    [one] Avec 1 note, le hasard des candidats suffit à l’expliquer.
   *[other] Avec {$count} notes, le hasard des candidats suffit à l’expliquer.
}
harmony-gap-wide = { $count ->
    [one] Avec 1 note, le hasard seul l’explique mal : à regarder ensemble.
   *[other] Avec {$count} notes, le hasard seul l’explique mal : à regarder ensemble.
}
harmony-widest = Entre la moyenne la plus haute et la plus basse, parmi les commissions d’au moins 5 notes : {$points}
harmony-level = {$level} {$count} ({$share})
harmony-row = {$row} : {$levels}
harmony-coherence = Notes et profils : {$same} égales à la proposition, {$between} entre les deux lectures, {$above} au-dessus, {$below} au-dessous, {$without} sans proposition. Écart moyen : {$mean}
harmony-foot = Ces chiffres éclairent l’échange entre commissions. Ils ne modifient aucune note et ne mesurent ni durée, ni rythme, ni personne.
harmony-nothing = Aucune note arrêtée pour l’instant.
harmony-one-grid = Rien n’a été écrit : ces fichiers viennent de grilles différentes. Lancez la commande pour chacune à part.
harmony-written = Écrit : {$path}
harmony-no-parquet = Cette version du programme a été construite sans l’écriture Parquet. Rien n’a été écrit.
harmony-heading = Harmonisation
harmony-title = Harmonisation : {$short}, épreuve {$exam}, session {$session}
harmony-all = Ensemble
harmony-more = { $count ->
    [one] Et 1 autre commission, dans le classeur.
   *[other] Et {$count} autres commissions, dans le classeur.
}
harmony-sheet-commissions = Commissions
harmony-sheet-marks = Notes finales
harmony-sheet-rows = Niveaux par ligne
harmony-sheet-coherence = Notes et profils
harmony-column-commission = Commission
harmony-column-candidates = Inscrits
harmony-column-absent = Absents
harmony-column-count = Notes
harmony-column-mean = Moyenne
harmony-column-median = Médiane
harmony-column-least = La plus basse
harmony-column-most = La plus haute
harmony-column-population = Écart-type (n)
harmony-column-sample = Écart-type (n − 1)
harmony-column-gap = Écart à l’ensemble
harmony-column-chance = Deux erreurs types
harmony-column-caution = À lire avec
harmony-column-mark = Note finale
harmony-column-share = Part
harmony-column-row = Ligne
harmony-column-same = Égales à la proposition
harmony-column-between = Entre les deux lectures
harmony-column-above = Au-dessus
harmony-column-below = Au-dessous
harmony-column-without = Sans proposition
harmony-column-gap-mean = Écart moyen à la proposition
harmony-add = Ajouter des résultats…
harmony-export = Exporter…
harmony-path = Chemin d’un fichier de commission ou d’un dossier
harmony-read = Lire
harmony-files = Choisir des fichiers…
harmony-folder = Choisir un dossier…
harmony-drop = Ou déposez ici les fichiers des commissions. Ils sont lus, jamais modifiés.
harmony-xlsx = Tableur (XLSX)
harmony-pdf = Rapport (PDF)
harmony-file-name = harmonisation-{$session}.{$extension}
harmony-reading = Lecture : {$done} fichiers sur {$total}
harmony-stopped = { $count ->
    [one] Lecture arrêtée : 1 fichier n’a pas été lu. Ces chiffres sont ceux des autres.
   *[other] Lecture arrêtée : {$count} fichiers n’ont pas été lus. Ces chiffres sont ceux des autres.
}
harmony-findings = { $out ->
    [0] À savoir sur les fichiers lus : {$count} remarques. Tous sont comptés.
    [one] À savoir : {$count} remarques, dont 1 fichier qui n’est pas compté.
   *[other] À savoir : {$count} remarques, dont {$out} fichiers qui ne sont pas comptés.
}
harmony-findings-show = Voir la liste
harmony-findings-hide = Replier la liste
harmony-exam = {$short}, {$exam}, session {$session}
harmony-nothing-text = Ajoutez les fichiers des commissions à comparer. Les graphiques paraîtront à partir de 5 notes.
harmony-untouched = Les fichiers sont lus sur ce poste et ne sont jamais modifiés.
harmony-one = commission {$number}
harmony-listed = commissions {$numbers} et {$last}
harmony-counted = { $count ->
    [one] {$count} commission
   *[other] {$count} commissions
}
harmony-heading-marks = { $count ->
    [one] 1 note arrêtée, {$commissions}. Médiane {$median}, moyenne {$mean}
   *[other] {$count} notes arrêtées, {$commissions}. Médiane {$median}, moyenne {$mean}
}
harmony-heading-sealed = { $count ->
    [0] Aucune décision arrêtée, {$commissions}
    [one] 1 décision arrêtée, {$commissions}
   *[other] {$count} décisions arrêtées, {$commissions}
}
harmony-or = {$levels} ou {$last}
harmony-upper = {$levels}, par commission
harmony-together = Candidats, commissions réunies
harmony-lowest = La plus basse
harmony-highest = La plus haute
harmony-fraction = {$good}/{$of}
harmony-named = {$share} ({$number})
harmony-rows = Niveaux par ligne de la grille
harmony-parts = Par commission
harmony-legend-mark = une note
harmony-legend-median = médiane
harmony-own = , la vôtre
harmony-part-marks = { $count ->
    [one] 1 note, {$least}
   *[other] {$count} notes, médiane {$median}, de {$least} à {$most}
}
harmony-part-sealed = { $count ->
    [0] aucune décision arrêtée
    [one] 1 décision arrêtée
   *[other] {$count} décisions arrêtées
}
harmony-part-gap = Écart à l’ensemble : {$points}. {$caution}
harmony-reached = { $reached ->
    [0] aucune note sur {$count} à {$threshold} ou plus
    [one] 1 note sur {$count} à {$threshold} ou plus
   *[other] {$reached} notes sur {$count} à {$threshold} ou plus
}
harmony-threshold = seuil de {$mark}
harmony-few = Pas assez de notes pour un graphique ({$few} au moins).
harmony-blocs = Blocs acquis
harmony-no-marks = Cette épreuve ne donne pas de note : voici ce que les commissions ont décidé bloc par bloc.
harmony-bloc = { $count ->
    [0] aucune décision
    [one] {$acquired} acquis sur 1
   *[other] {$acquired} acquis sur {$count}
}
harmony-bloc-short = {$name} : {$acquired} acquis sur {$of}
harmony-wide-share = {$good} sur {$of}
harmony-wide-own = {$share} dans votre commission
harmony-wide-other = {$share} dans la commission {$number}
harmony-wide = { $chance ->
    [yes] Ligne {$row} : {$low}, {$high}. À discuter. Avec si peu de candidats, le hasard peut suffire.
   *[no] Ligne {$row} : {$low}, {$high}. À discuter.
}
harmony-wide-more = { $count ->
    [one] Et 1 autre ligne, signalée dans le tableau.
   *[other] Et {$count} autres lignes, signalées dans le tableau.
}
harmony-deviations = { $count ->
    [one] Une seule note : pas d’écart-type.
   *[other] Écart-type {$population} sur ces notes, {$sample} estimé (n − 1)
}
