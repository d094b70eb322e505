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
