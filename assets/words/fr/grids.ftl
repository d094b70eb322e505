### Les grilles : ce qu’elles sont, la liste, leurs parties.
formula-weighted = Sur {$most}, moyenne des lignes selon leurs poids.
formula-points = Sur {$most}, points obtenus rapportés aux points possibles.
formula-points-from-lowest = Sur {$most}, points au-dessus du plus bas rapportés aux points possibles.
formula-none = Sur {$most}, sans calcul : la commission écrit la note.
stage-proposal = La note proposée, avant pénalités
stage-section = La note de chaque bloc
stage-final = La note finale, après pénalités
part-identity = Présentation
part-levels = Niveaux
part-rubric = Descripteurs des niveaux
part-section-untitled = Bloc sans titre
part-row-untitled = ligne sans titre
part-row = {$number}. {$title}
part-mark = Calcul de la note
part-decision = Décision par bloc
part-penalties = Pénalités
part-bonus = Points en plus
part-alerts = Commentaires et suggestions
part-phases = Temps de l’épreuve
part-members = Commission
part-pieces = Pièces du dossier
part-texts = Textes des fiches
part-reference = À consulter
part-editions = Sessions
part-provenance = Origine des textes
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
summary-members = Commission
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
verdict-full = Validation totale
verdict-partial = Validation partielle
verdict-none = Refus
verdict-acquired = Validé
verdict-refused = Non validé
