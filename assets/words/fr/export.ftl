### Fiches écrites en PDF.

export-failed-folder = Rien n’est perdu : la décision reste telle quelle. Le dossier {$path} n’a pas pu être créé : {$cause}
export-failed-write = Rien n’est perdu : la décision reste telle quelle. Le fichier {$path} n’a pas pu être écrit : {$cause}
export-failed-name = Rien n’est perdu : la décision reste telle quelle. Le fichier {$path} n’a pas pu recevoir son nom : {$cause}
export-no-free-name = Rien n’est écrasé, rien n’est écrit : trop de fichiers portent déjà le nom {$path}. Choisissez un autre dossier.
export-layout = Rien n’est perdu : la décision reste telle quelle. Les pages n’ont pas pu être composées : {$cause}
export-pdf = Rien n’est perdu : la décision reste telle quelle. Le PDF n’a pas pu être produit : {$cause}
export-scale = Une page ne tient pas dans une image à l’échelle {$scale}.
export-drafts = { $count ->
    [one] Note non arrêtée, fiches écrites comme projet : {$names}
   *[other] Notes non arrêtées, fiches écrites comme projets : {$names}
}
# Imprimé sur les fiches, toujours en français.
export-title = {$diploma} : annexes {$grid} et {$sheet}, {$name}
export-draft = PROJET
export-draft-notice = Aperçu : la note n’est pas arrêtée.
export-code = Empreinte : {$code}
export-visa = {$name}, le {$day} à {$hours} h {$minutes}
export-continued = ANNEXE {$annex} (suite)
export-continued-identity = {$name}, n° candidat {$number}, commission {$commission}, session {$session}
export-table = Rien n’a été écrit : la table n’a pas pu être composée ({$cause}).
export-mixed = Rien n’est écrit : ces fiches ne suivent pas toutes le même modèle. Exportez-les séparément.
export-unknown-template = texts.template : aucun modèle de fiche ne se nomme « {$name} ». Les fiches suivront le modèle « {$used} ». Écrivez l’un de ceux-ci : {$known}.
export-draft-decision = Aperçu : la décision n’est pas arrêtée.
export-title-plain = {$diploma} {$exam} : grille d’évaluation et fiche, {$name}
export-exam = Épreuve {$exam} : {$unit}
export-section = {$kind} : {$title}
export-coefficient = coef. {$value}
export-seen = vu
export-seen-partly = partiel
export-seen-not = non vu
export-seen-divided = avis partagés
export-situation = {$met} situation sur {$all}
export-situations = {$met} situations sur {$all}
export-situation-wanted = {$met} situation sur {$all} (minimum {$wanted})
export-situations-wanted = {$met} situations sur {$all} (minimum {$wanted})
export-of = {$part} sur {$all}
export-partial = {$word} ({$sections})
export-incomplete = Aucune proposition : il manque des niveaux.
export-nothing-assessed = Aucune proposition : rien n’a pu être évalué.
export-reading = Proposition
export-reading-zero = Non évaluable compté pour 0
export-reading-neutral = Non évaluable laissé de côté
export-penalty-range = de {$least} à {$most} points
export-penalty-free = points au choix de la commission
export-absent = Absence constatée le {$day} à {$hours} h {$minutes}.
export-bundle = Rien n’a été écrit : l’archive n’a pas pu être composée ({$cause}).
outlet-folder = Dans le dossier {$folder}
outlet-writing = Écriture en cours…
outlet-written = Écrit : {$path}
outlet-taken = « {$name} » existe déjà.
outlet-keep = Garder les deux
outlet-replace = Remplacer
