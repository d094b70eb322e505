### Refus, constats et défauts de grille.

refusal-unknown-candidate = Rien n’a été modifié : aucun candidat ne porte le numéro {$number}.
refusal-number-taken = Rien n’a été modifié : deux candidats auraient le numéro {$number}. Vérifiez le numéro.
refusal-nameless = Rien n’a été modifié : un candidat porte un numéro et un nom. Complétez-les.
refusal-already-begun = Rien n’a été modifié : le dossier ou l’oral du candidat {$number} est commencé, il reste dans la liste.
refusal-unknown-row = Rien n’a été modifié : la grille n’a pas de ligne « {$name} ».
refusal-unknown-level = Rien n’a été modifié : la grille n’a pas de niveau « {$name} ».
refusal-unknown-indicator = Rien n’a été modifié : la grille n’a pas d’indicateur « {$name} ».
refusal-unknown-penalty = Rien n’a été modifié : la grille n’a pas de pénalité « {$name} ».
refusal-unknown-piece = Rien n’a été modifié : la grille ne prévoit pas de pièce « {$name} ».
refusal-unknown-option = Rien n’a été modifié : la grille n’a pas d’option « {$name} ».
refusal-unknown-phase = Rien n’a été modifié : l’oral n’a pas de phase {$name}.
refusal-unknown-question = Rien n’a été modifié : aucune question préparée ne se nomme « {$name} ».
refusal-unknown-member = Rien n’a été modifié : la commission n’a pas de membre {$name}.
refusal-members-gesture = Rien n’a été modifié : ce geste revient à un membre, pas à la commission.
refusal-commissions-gesture = Rien n’a été modifié : ce geste revient à la commission, pas à un membre seul.
refusal-already-ticked = Rien n’a été modifié : la manière de cocher ne change plus après la première coche.
refusal-validated = Rien n’a été modifié : ces niveaux sont validés. Rouvrez-les pour les corriger.
refusal-incomplete = { $missing ->
    [one] Rien n’a été modifié : il manque encore 1 niveau avant de valider.
   *[other] Rien n’a été modifié : il manque encore {$missing} niveaux avant de valider.
}
refusal-columns-open = Rien n’a été modifié : les deux colonnes sont ouvertes, elles ne se reprennent plus. La commission choisit en conciliation.
refusal-not-all-validated = Rien n’a été modifié : les deux membres n’ont pas encore validé. Les colonnes s’ouvriront ensemble.
refusal-sealed = Rien n’a été modifié : la note est arrêtée. Pour corriger, rouvrez la décision.
refusal-not-sealed = Rien n’a été modifié : la note n’est pas arrêtée, il n’y a rien à rouvrir.
refusal-absent = Rien n’a été modifié : l’absence est constatée. Revenez d’abord sur ce constat.
refusal-mark-range = De 0 à {$most}, par pas de {$step}.
refusal-not-ready = { $missing ->
    [one] Rien n’a été modifié : il manque encore un élément avant d’arrêter la note.
   *[other] Rien n’a été modifié : il manque encore {$missing} éléments avant d’arrêter la note.
}
refusal-reason-missing = Rien n’a été modifié : indiquez le motif.
refusal-text-too-long = Rien n’a été modifié : ce texte dépasse {$most} caractères. Raccourcissez-le.
refusal-column-elsewhere = Rien n’a été modifié : la colonne du membre {$member} se remplit dans sa propre copie. Ouvrez cette copie, ou reprenez la colonne dans le fichier de la commission.
refusal-unaware = l’autre copie avait changé la décision entre-temps
refusal-nothing-to-settle = Rien n’a été modifié : rien n’est à trancher à cet endroit, ou cette valeur n’est dans aucune des deux copies.

missing-conflicts = { $count ->
    [one] 1 point à trancher entre les deux copies
   *[other] {$count} points à trancher entre les deux copies
}
missing-validation = {$member} n’a pas encore validé
missing-validation-common = Niveaux à valider
missing-disagreements = { $count ->
    [one] 1 désaccord à concilier : {$rows}
   *[other] {$count} désaccords à concilier : {$rows}
}
missing-levels = { $count ->
    [one] 1 niveau manque : {$rows}
   *[other] {$count} niveaux manquent : {$rows}
}
missing-mark = Note de la commission
missing-reason = Motif de la note
missing-penalties = { $count ->
    [one] 1 pénalité à décider
   *[other] {$count} pénalités à décider
}
missing-coverage = Défaut de couverture à mentionner : {$rows}
missing-visa = Visa de {$member}

sum-minus = {$left} − {$right}
sum-equals = {$left} = {$right}
remark-floored = {$sum} : la note finale ne descend pas sous 0.
remark-crossed = {$sum} : la pénalité fait passer sous {$threshold}.
remark-at = {$sum}, au seuil de {$threshold}
remark-below = {$sum} : à un demi-point du seuil de {$threshold}.

piece-portfolio-site = Portfolio, site
piece-portfolio-pdf = Portfolio, PDF
piece-portfolio-address = Portfolio, adresse
piece-tableau = Tableau de synthèse
piece-attestation = Attestation
piece-other = Autre document

fault-duplicate = le nom « {$name} » figure deux fois. Donnez un nom différent à chacun.
fault-unknown = rien ne porte le nom « {$name} ». Corrigez le nom ou ajoutez l’élément.
fault-empty = le texte est vide. Écrivez-le ou retirez l’élément.
fault-nothing-listed = la liste est vide. Ajoutez au moins un élément.
fault-too-many = la liste dépasse {$most} éléments. Raccourcissez-la.
fault-value-range = la valeur {$value} n’est pas permise ici. Donnez un nombre entre 0 et 1, ou des points jamais négatifs (0 ; 0,5 ; 1 ; 2).
fault-not-positive = {$value} doit être plus grand que 0. Corrigez le nombre.
fault-negative-weight = le poids {$value} est négatif. Donnez un poids de 0 ou plus.
fault-weights-zero = tous les poids sont nuls, aucune note ne peut être proposée. Donnez un poids à une ligne au moins.
fault-no-value = aucun niveau n’a de valeur. Donnez une « value » à un niveau au moins.
fault-span = ce texte couvre des aspects qui n’existent pas. Corrigez « aspect » ou « span ».
fault-cell-twice = deux textes du même niveau couvrent le même aspect. Retirez-en un.
fault-cell-missing = le niveau « {$level} » n’a pas de texte pour cet aspect. Ajoutez-le.
fault-short-too-long = l’intitulé court a {$length} caractères. Raccourcissez-le à 24.
share-label = {$count} {$name}
product = {$left} × {$right}
rounding-none = Sans arrondi.
rounding-half = au demi-point
rounding-step = au pas de {$step}
rounding-nearest = Arrondi {$step} le plus proche, une seule fois, {$when}.
rounding-up = Arrondi {$step} supérieur, une seule fois, {$when}.
rounding-down = Arrondi {$step} inférieur, une seule fois, {$when}.
explain-incomplete = { $count ->
    [one] Aucune proposition : 1 ligne n’a pas de niveau ({$rows}).
   *[other] Aucune proposition : {$count} lignes n’ont pas de niveau ({$rows}).
}
explain-share = {$label} : {$product} = {$points}
explain-outside = {$label} : hors échelle, deux lectures
explain-only = Moyenne : {$sum}, soit {$rounded}
explain-zero = Comptée pour 0 : {$sum}, soit {$rounded}
explain-neutral = Laissée de côté : {$sum}, soit {$rounded}
explain-neutral-undefined = Laissée de côté : non définie, aucune ligne n’est évaluable
explain-policy-zero = Lecture proposée par la grille : comptée pour 0
explain-policy-neutral = Lecture proposée par la grille : laissée de côté
explain-note = Note, avant pénalités : {$mark}
explain-penalty = {$label} : {$points}
explain-final = Note finale : {$mark}
explain-final-floored = Note finale : {$mark} (elle ne descend pas sous {$floor})
sum-alone = {$left}, sans pénalité
fault-level-order = les valeurs des niveaux ne vont pas toutes dans le même sens. Rangez les niveaux du plus bas au plus haut, ou l’inverse.
fault-weights-not-one = la somme des poids est {$sum} et non 1. Corrigez un poids (une fraction s’écrit "1/3"), ou mettez « mark.relative » à true si ce ne sont pas des parts.
fault-too-deep = plus de {$most} sections sont emboîtées. Regroupez-les.
fault-no-outcome = la grille ne donne ni note ni décision. Ajoutez « decision », ou une autre formule que « decision » dans « mark ».
fault-interval = les bornes sont à l’envers ou vides. Écrivez la plus petite avant la plus grande.
fault-unreachable = aucun candidat ne peut remplir cette condition. Abaissez-la ou retirez-la.
refusal-unknown-section = La grille n’a pas de bloc « {$name} » à décider.
refusal-amount-range = Ces points sortent de ce que la grille permet.
refusal-no-mark = Cette épreuve ne donne pas de note : les blocs décident.
missing-rulings = { $count ->
    [one] Un bloc reste à décider : {$sections}
   *[other] {$count} blocs restent à décider : {$sections}
}
missing-comment = L’appréciation est obligatoire sous {$below}
gesture-flag = ligne {$row} à creuser
gesture-waiver = dispense sur la ligne {$row}
gesture-bonus = points ajoutés
gesture-ruling = décision sur « {$section} »
rounding-when-section = pour chaque partie
rounding-when-proposal = avant pénalité
rounding-when-final = après pénalité
explain-free = La grille ne calcule pas de note : elle revient à la commission.
explain-share-mixed = {$label} : {$points}
explain-section = {$title} : {$mark} × {$share} = {$points}
explain-section-out = {$title} : hors du calcul, rien n’y est évalué
explain-policy-ask = La grille laisse à la commission le choix entre les deux lectures
explain-policy-block = La grille ne propose rien tant qu’une ligne est non évaluable
explain-bonus = {$label} : {$points}
explain-coverage = Aucune proposition : {$share} des poids évalués, il en faut {$least}
fault-needs-mark = cet élément suppose une note, que la grille ne donne pas. Choisissez une formule dans « mark », ou retirez l’élément.
fault-needs-sections = cet élément suppose des « sections », et la grille n’en a pas. Rangez les lignes dans des sections, ou retirez l’élément.
sum-over = {$left} ÷ {$right}
sum-plus = {$left} + {$right}
explain-decision-only = Cette épreuve ne donne pas de note : chaque bloc est décidé pour lui-même.
explain-bounds = La grille borne la note entre {$least} et {$most}.
explain-bloc = {$title} : {$word} ({$counts})
explain-bloc-pending = {$title} : à décider, {$graded} lignes sur {$rows} ont un niveau
explain-outcome = Proposition de la grille : {$word}
explain-to-prove = Reste à prouver : {$rows}
bloc-acquired = { $count ->
    [one] {$count} acquise sur {$rows}
   *[other] {$count} acquises sur {$rows}
}
bloc-partly = { $count ->
    [one] {$count} en partie
   *[other] {$count} en partie
}
bloc-refused = { $count ->
    [one] {$count} non acquise
   *[other] {$count} non acquises
}
bloc-out = { $count ->
    [one] {$count} non évaluée
   *[other] {$count} non évaluées
}
bloc-waived = { $count ->
    [one] {$count} dispensée
   *[other] {$count} dispensées
}
verdict-pending = à décider
verdict-partial = {$verdict} ({$sections})
explain-nothing = Aucune proposition : rien n’a pu être évalué
explain-only-sum = Somme : {$sum}, soit {$rounded}
explain-missing = { $count ->
    [one] 1 ligne n’a pas de niveau : {$rows}
   *[other] {$count} lignes n’ont pas de niveau : {$rows}
}
refusal-unknown-paper = Rien n’a été modifié : le dossier n’a pas cette pièce ou cette ligne.
