### Les grilles : ce qu’elles sont, la liste, leurs parties.
formula-weighted = Sur {$most}, moyenne des lignes selon leurs poids.
formula-points = Sur {$most}, points obtenus rapportés aux points possibles.
formula-points-from-lowest = Sur {$most}, points au-dessus du plus bas rapportés aux points possibles.
formula-none = Sur {$most}, sans calcul : la commission écrit la note.
stage-proposal = La note proposée, avant pénalités
stage-section = La note de chaque bloc
stage-final = La note finale, après pénalités
grid-part-identity = Présentation
grid-part-levels = Niveaux
grid-part-rubric = Descripteurs des niveaux
grid-part-section-untitled = Bloc sans titre
grid-part-row-untitled = ligne sans titre
grid-part-row = {$number}. {$title}
grid-part-mark = Calcul de la note
grid-part-decision = Décision par bloc
grid-part-penalties = Pénalités
grid-part-bonus = Points en plus
grid-part-alerts = Commentaires et suggestions
grid-part-phases = Temps de l’épreuve
grid-part-members = Commission
grid-part-pieces = Pièces du dossier
grid-part-texts = Textes des fiches
grid-part-reference = À consulter
grid-part-editions = Sessions
grid-part-provenance = Origine des textes
level-value = {$level}, {$value}
summary-sessions = Sessions
summary-edition = {$session} ({$exam})
summary-rows = Contenu
summary-kind = {$kind} : {$count}
summary-groups = { $count ->
    [one] 1 groupe
   *[other] {$count} groupes
}
summary-row-count = { $count ->
    [one] 1 ligne à évaluer
   *[other] {$count} lignes à évaluer
}
summary-indicator-count = { $count ->
    [one] 1 indicateur
   *[other] {$count} indicateurs
}
summary-levels = Niveaux
summary-mark = Note
summary-decision = Décision
summary-decision-text = Chaque bloc se décide à part, sans compensation : « {$full} », « {$partial} » ou « {$none} ».
summary-jury = Commission
summary-members-text = { $count ->
    [one] 1 membre : {$qualities}
   *[other] {$count} membres : {$qualities}
}
summary-phases = Temps
summary-phase = {$label} {$length}
summary-pieces = Dossier
summary-penalties = Pénalités
summary-bonus = En plus
summary-bonus-text = {$label}, {$most} au plus
summary-provenance = Origine
summary-no-source = Aucune source n’est citée.
summary-read-on = Textes relevés le {$day}
summary-correction = Corrigé : {$text}
grids-title = Grilles
grids-back = Retour
grids-open = Ouvrir un fichier…
grids-new = Nouvelle grille
grids-new-title = Nouvelle grille
grids-left = Brouillons retrouvés
grids-shipped = Livrées avec l’application
grids-own = Les vôtres
grids-none = Aucune pour l’instant. Dupliquez une grille livrée pour en faire la vôtre.
grids-faulty = À corriger
grids-left-at = Non enregistré, du {$day} à {$hour}
grids-left-note = Rien n’est perdu : ce brouillon n’avait pas été enregistré quand l’application s’est arrêtée.
grids-left-origin = Il vient de {$path}
grids-shipped-note = Une grille livrée ne se modifie pas : dupliquez-la.
grids-duplicate = Dupliquer
grids-check = Vérifier
grids-export = Exporter…
grids-export-go = Exporter
grids-edit = Modifier
grids-view = Lire
grids-resume = Reprendre
grids-discard = Écarter
grids-discard-now = Écarter pour de bon
grids-open-path = Chemin du fichier de grille
grids-export-path = Fichier où copier cette grille
grids-kind = Grille
grids-sound = Cette grille est bonne pour le service.
grids-exported = Copiée dans {$path}
grids-copy-id = {$id}-copie
grids-copy-title = {$title} (copie)
usual-full = Validation totale
usual-partial = Validation partielle
usual-none = Refus
usual-acquired = Validé
usual-refused = Non validé
