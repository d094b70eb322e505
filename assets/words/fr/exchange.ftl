### Grilles neuves, comparées, importées et exportées.

blank-row = Première compétence
blank-level-0 = Non maîtrisé
blank-level-1 = Maîtrise partielle
blank-level-2 = Bonne maîtrise
blank-level-3 = Très bonne maîtrise
blank-phase = Entretien
blank-member = Membre du jury
blank-exam = E1
exchange-aspect = Descripteur
exchange-level = Niveau {$rank}
exchange-kind-rubric = Grille importée
exchange-title-several = { $count ->
    [one] {$first} et 1 autre grille
   *[other] {$first} et {$count} autres grilles
}
exchange-place-line = ligne {$line}
exchange-field-beyond = des cellules au-delà de la dernière colonne nommée
exchange-field-association = CFAssociation « {$kind} »
exchange-type-row = Compétence évaluée
exchange-type-part = Sous-compétence
exchange-type-indicator = Indicateur
exchange-type-criterion = Critère
exchange-type-component = Composante
exchange-type-situation = Situation
exchange-type-deliverable = Livrable
exchange-type-knowledge = Savoir associé
exchange-creator = Délibéré
exchange-feedback = Retours proposés par niveau
exchange-feedback-line = {$level} : {$text}
exchange-empty = Rien n’a été créé : le fichier est vide.
exchange-too-large = Rien n’a été créé : le fichier dépasse {$most} Mo, ce n’est pas une grille.
exchange-unknown = Rien n’a été créé : ce fichier n’est ni un CFPackage CASE, ni une grille CSV de Canvas ou de Moodle. Vérifiez que c’est bien le fichier exporté, ou nommez le format avec --format.
exchange-json = Rien n’a été créé : à {$place}, {$detail}
exchange-header = Rien n’a été créé : la première ligne ne nomme pas la colonne « {$column} ». Ajoutez la ligne d’en-tête du format.
exchange-line = Rien n’a été créé : la ligne {$line} ne se lit pas comme une ligne de tableau. Vérifiez ses guillemets.
exchange-number = Rien n’a été créé : {$place}, « {$text} » n’est pas un nombre de points. Corrigez-le.
exchange-no-number = Rien n’a été créé : {$place}, un niveau n’a pas de points alors que d’autres en ont. Complétez-le.
exchange-negative = Rien n’a été créé : {$place}, « {$text} » est négatif, ce qu’une grille n’admet pas. Corrigez-le.
exchange-nameless = Rien n’a été créé : {$place}, il manque un intitulé. Ajoutez-le.
exchange-no-criterion = Rien n’a été créé : le fichier ne contient aucun critère.
exchange-no-level = Rien n’a été créé : aucun critère n’a de niveau.
exchange-many-levels = Rien n’a été créé : « {$name} » a plus de 10 niveaux, et un niveau se choisit par un chiffre. Regroupez-les.
exchange-many-rows = Rien n’a été créé : le fichier contient plus de 500 critères ou sections, aucune grille n’en a autant. N’exportez que la partie évaluée.
exchange-duplicate = Rien n’a été créé : deux éléments portent l’identifiant « {$name} ». Exportez de nouveau le fichier.
exchange-cycle = Rien n’a été créé : « {$name} » est rangé sous lui-même. Corrigez les associations isChildOf.
exchange-faults = { $count ->
    [one] Rien n’a été créé : le fichier se lit, mais sa grille porte 1 défaut.
   *[other] Rien n’a été créé : le fichier se lit, mais sa grille porte {$count} défauts.
}
exchange-not-carried = Non repris tel quel par ce format : {$part}
exchange-dropped = { $count ->
    [one] Laissé de côté : {$field}
   *[other] Laissé de côté : {$field} ({$count} fois)
}
exchange-same-mark = Poids et valeurs sont écrits autrement ; la note avant arrondi est la même.
exchange-other-mark = Attention : le calcul ne peut pas être repris, la note donnée ailleurs peut différer.
exchange-not-read-back = Attention : le fichier écrit ne redonne pas une grille entière ; gardez l’original.
exchange-completed = Complété, à vérifier : commission de deux membres, un entretien de 30 min, session, note sur 20 arrondie au demi-point, seuil de 10.
exchange-encoding = Le fichier n’est pas en UTF-8 : lu comme Windows-1252, vérifiez les accents.
exchange-several-rubrics = Le fichier contient plusieurs grilles : chacune est devenue une section.
exchange-ranges = { $count ->
    [one] 1 critère note par intervalles : chaque niveau vaut le haut du sien.
   *[other] {$count} critères notent par intervalles : chaque niveau vaut le haut du sien.
}
exchange-free-form = { $count ->
    [one] 1 critère sans niveau (commentaire libre) : poids 0, il ne compte pas dans la note.
   *[other] {$count} critères sans niveau (commentaire libre) : poids 0, ils ne comptent pas dans la note.
}
exchange-sorted = { $count ->
    [one] 1 critère a ses niveaux remis dans l’ordre des points.
   *[other] {$count} critères ont leurs niveaux remis dans l’ordre des points.
}
exchange-by-rank = Les niveaux ne portent pas partout le même nom : l’échelle suit leur rang, chaque ligne garde ses noms.
exchange-equal-steps = Aucun niveau n’a de points : ils montent par pas égaux, le premier étant le meilleur.
exchange-usual-scale = Le fichier n’a pas de niveaux : une échelle de quatre niveaux est proposée, à remplacer par la vôtre.
exchange-outside = { $count ->
    [one] 1 niveau sans points : hors de l’échelle (non évaluable).
   *[other] {$count} niveaux sans points : hors de l’échelle (non évaluable).
}
exchange-unweighted = { $count ->
    [one] 1 critère sans poids : poids 1.
   *[other] {$count} critères sans poids : poids 1.
}
exchange-flattened = { $count ->
    [one] 1 élément trop profond est rangé dans la section ou la ligne qui le contient.
   *[other] {$count} éléments trop profonds sont rangés dans la section ou la ligne qui les contient.
}
exchange-unassessed = { $count ->
    [one] 1 élément qu’aucun critère n’évalue n’est pas repris.
   *[other] {$count} éléments qu’aucun critère n’évalue ne sont pas repris.
}
exchange-several-parents = { $count ->
    [one] 1 élément a plusieurs places : la première est gardée.
   *[other] {$count} éléments ont plusieurs places : la première est gardée.
}
exchange-shortened = { $count ->
    [one] 1 intitulé abrégé est remplacé : une grille en veut 24 caractères au plus.
   *[other] {$count} intitulés abrégés sont remplacés : une grille en veut 24 caractères au plus.
}
exchange-feedback-kept = { $count ->
    [one] Les retours par niveau d’un critère sont rangés avec ce qui se consulte en notant.
   *[other] Les retours par niveau de {$count} critères sont rangés avec ce qui se consulte en notant.
}
exchange-provenance = Auteur, éditeur, adresse ou version du document sont dans la provenance.
exchange-guarded = { $count ->
    [one] 1 cellule commence par une apostrophe, pour qu’aucun tableur ne la calcule.
   *[other] {$count} cellules commencent par une apostrophe, pour qu’aucun tableur ne les calcule.
}
exchange-rounded = { $count ->
    [one] 1 nombre est écrit avec cinq décimales.
   *[other] {$count} nombres sont écrits avec cinq décimales.
}
exchange-renewed = { $count ->
    [one] L’identifiant, l’adresse et la date d’un élément ne sont pas gardés : un export en donne d’autres.
   *[other] Les identifiants, adresses et dates de {$count} éléments ne sont pas gardés : un export en donne d’autres.
}
exchange-named = Le format ne nomme pas la grille : son titre vient du nom du fichier.
part-identity = le diplôme, l’unité ou le titre
part-names = les noms stables de la grille, des niveaux, des lignes et des sections
part-options = les spécialités
part-level-names = le nom des niveaux (écran, imprimé, pluriel)
part-levels = les niveaux hors échelle (non évaluable, non évalué, dispensé) ou leur liste
part-level-values = la valeur des niveaux
part-rubric = la grille de descripteurs commune, par aspects
part-rows = les lignes
part-row-titles = l’intitulé des lignes
part-short-titles = les intitulés abrégés (court, étroit)
part-sections = les sections (blocs, activités)
part-weights = les poids
part-critical = les lignes indispensables
part-transversal = les lignes hors tableau de synthèse
part-subparts = les sous-compétences
part-indicators = les indicateurs, critères, composantes ou situations
part-situations = le nombre de situations à couvrir
part-descriptors = les descripteurs propres aux lignes
part-knowledge = les savoirs associés et ce qui se consulte
part-modality = les modalités d’évaluation
part-deliverables = les livrables
part-penalties = les pénalités
part-bonus = le bonus
part-phases = les phases de l’oral
part-members = la composition de la commission
part-pieces = les pièces du dossier
part-formula = la formule de la note
part-mark-scale = l’échelle de la note (maximum, bornes, pas, seuil)
part-rounding = l’arrondi
part-coverage = l’effet de « non évaluable » et la couverture minimale
part-decision = la décision par blocs
part-comments = les commentaires obligatoires et les niveaux suggérés
part-texts = les textes du formulaire
part-editions = les sessions
part-provenance = la provenance
diff-changed = {$place} ({$part}) : « {$before} » devient « {$after} »
diff-added = {$place} ({$part}) : ajouté, « {$text} »
diff-removed = {$place} ({$part}) : retiré, « {$text} »
diff-empty = {$place} ({$part}) : changé
advice-no-threshold = la note n’a pas de seuil : rien ne préviendra quand une pénalité ou un arrondi le fait passer. Écrivez-le dans « threshold », par exemple 10.
advice-no-annex = la session {$session} ne nomme pas d’annexe : les fiches n’en porteront pas. Écrivez « grid_annex » et « sheet_annex » si le texte officiel les numérote.
advice-nothing-looked-for = « {$row} » n’a ni indicateur ni descripteur à elle : rien n’aide à choisir son niveau. Ajoutez des « indicators » ou des « descriptors ».
advice-level-nowhere = aucune ligne ne peut recevoir le niveau « {$level} ». Ajoutez-le aux « descriptors » d’une ligne, ou retirez-le.
advice-no-text = sur « {$row} », le niveau « {$level} » n’a pas de texte alors que d’autres en ont. Décrivez-le.
advice-weighs-nothing = « {$row} » a un poids nul : elle ne compte pas dans la note. Donnez-lui un poids si ce n’est pas voulu.
advice-same-short = deux lignes ont le même intitulé court, « {$row} » : rien ne les distingue à l’écran. Écrivez « short » sur l’une d’elles.
advice-no-phase = l’oral n’a pas de phase : il n’y aura pas de chronomètre. Ajoutez « phases » avec leur durée.
advice-no-source = rien ne dit d’où viennent les textes. Nommez l’arrêté, le référentiel ou l’auteur dans « provenance.sources ».
advice-critical-ignored = « {$row} » est indispensable, mais aucune règle n’en tient compte. Mettez « critical » à true dans « decision.section ».
advice-grain-off-step = la proposition s’arrondit à un pas que la commission ne peut pas écrire. Donnez à « step » un diviseur de « rounding.grain ».
blank-origin = D’après la grille « {$title} » ({$id}).
blank-copy-id = {$id}-copie
blank-copy-title = {$title} (copie)
new-grid-title = Nouvelle grille
grid-count-sections = { $count ->
    [one] 1 section
   *[other] {$count} sections
}
grid-count-rows = { $count ->
    [one] {$count} ligne
   *[other] {$count} lignes
}
grid-count-levels = { $count ->
    [one] {$count} niveau
   *[other] {$count} niveaux
}
grid-count-penalties = { $count ->
    [0] aucune pénalité
    [one] 1 pénalité
   *[other] {$count} pénalités
}
grid-head = {$title} ({$id})
grid-identity = {$diploma} : {$unit}
grid-edition = Session {$session} : épreuve {$exam}, annexes {$grid} et {$sheet}
grid-edition-plain = Session {$session} : épreuve {$exam}
grid-title-scale = NIVEAUX
grid-title-rows = LIGNES
grid-title-rules = RÈGLES
grid-title-provenance = PROVENANCE
grid-item = - {$text}
grid-read-on = Lu le {$day}
grid-level = {$id} : {$label}, valeur {$value}
grid-level-not-assessable = {$id} : {$label}, hors échelle (non évaluable)
grid-level-not-assessed = {$id} : {$label}, hors du calcul (non évalué)
grid-level-waived = {$id} : {$label}, hors du calcul (dispensé)
grid-section = {$kind} {$id} : {$title}, poids {$weight}
grid-row = {$number}. {$title} [{$id}] : {$notes}
grid-weight = poids {$weight}
grid-count-parts = { $count ->
    [one] 1 sous-compétence
   *[other] {$count} sous-compétences
}
grid-count-indicators = { $count ->
    [one] 1 indicateur
   *[other] {$count} indicateurs
}
grid-count-criteria = { $count ->
    [one] 1 critère
   *[other] {$count} critères
}
grid-count-components = { $count ->
    [one] 1 composante
   *[other] {$count} composantes
}
grid-count-situations = { $count ->
    [one] 1 situation
   *[other] {$count} situations
}
grid-critical = indispensable
grid-transversal = hors tableau de synthèse
grid-descriptor = {$label} : {$text}
grid-descriptor-value = {$label} ({$value}) : {$text}
grid-no-mark = Pas de note : les blocs décident.
grid-formula-weighted = moyenne pondérée
grid-formula-points = points obtenus sur points possibles
grid-formula-points-lowest = points obtenus sur points possibles, le plus bas de chaque ligne valant 0
grid-formula-none = écrite par la commission, sans calcul
grid-mark = Note sur {$out_of} : {$formula}, de {$least} à {$most} par pas de {$step}
grid-coverage = Aucune proposition sous {$share} des poids évalués
grid-threshold = Seuil : {$mark}
grid-acquired = Une ligne est acquise à : {$levels}
grid-partly = Une ligne est partiellement acquise à : {$levels}
grid-rule = Une section est acquise quand : {$conditions}
grid-rule-share = {$share} de ses lignes sont acquises
grid-rule-refused = { $count ->
    [0] aucune n’est refusée
    [one] 1 au plus est refusée
   *[other] {$count} au plus sont refusées
}
grid-rule-critical = toutes les indispensables le sont
grid-rule-mark = sa note atteint {$mark}
grid-whole = { $count ->
    [one] L’ensemble demande 1 section acquise, sans compensation.
   *[other] L’ensemble demande {$count} sections acquises, sans compensation.
}
grid-penalty-bounded = {$label} : de −{$least} à −{$most}, au choix de la commission
grid-penalty-free = {$label} : points fixés par la commission
grid-bonus = {$label} : jusqu’à {$most} points de plus, par pas de {$step}
grid-comment = Appréciation obligatoire sous {$below}
grid-phase = {$label} : {$length}, temps majoré possible
grid-phase-fixed = {$label} : {$length}, sans majoration
grid-members = { $count ->
    [one] Commission de 1 membre : {$members}
   *[other] Commission de {$count} membres : {$members}
}
grid-piece = Pièce : {$label}
grid-piece-required = Pièce exigée : {$label}
exchange-worthless = { $count ->
    [one] 1 critère dont tous les niveaux valent 0 : poids 0.
   *[other] {$count} critères dont tous les niveaux valent 0 : poids 0.
}
