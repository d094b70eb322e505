### Décision.

decision-profile = Profil arrêté par la commission
decision-proposal = Note proposée par le calcul
decision-visible = visible
decision-masked = masquée
decision-masked-text = La note proposée est masquée. Appuyez sur M pour la voir.
decision-readings = { $count ->
    [one] 1 lecture
   *[other] {$count} lectures
}
decision-zero = Comptée pour 0
decision-neutral = Laissée de côté
decision-only = Moyenne des lignes
decision-neutral-none = non définie
decision-neutral-why = aucune ligne n’est évaluable
decision-retain = Retenir {$mark}
decision-note = Note de la commission
decision-before = avant pénalités
decision-out-of = / {$most}
decision-between = Entre les deux lectures : indiquez le motif.
decision-departs = { $points ->
    [one] S’écarte de {$shown} point de la note proposée : indiquez le motif.
   *[other] S’écarte de {$shown} points de la note proposée : indiquez le motif.
}
decision-reason-hint = Motif
decision-penalties = Pénalités prévues par la grille
decision-penalty-present = Dossier : {$piece}, présent. Non proposée.
decision-penalty-absent = Dossier : {$piece}, absent. Proposée.
decision-penalty-unknown = Le dossier n’a pas été ajouté. À décider.
decision-penalty-retain = Retenir
decision-penalty-drop = Ne pas retenir
decision-final = Note finale
decision-sheet = Fiche destinée à la personne candidate
decision-communicable = Communicable
decision-part = Partie {$number} : {$phase}
decision-appreciation = Appréciation
decision-coverage-present = La mention du défaut de couverture, obligatoire, est présente.
decision-coverage-missing = La mention du défaut de couverture manque.
decision-insert = Insérer la mention
decision-insert-conformity = Environnement non conforme
decision-before-seal = Avant d’arrêter
decision-visas = Visas
decision-visa-at = {$member}, à {$hour}
decision-visa-give = Donner mon visa
decision-visa-take = Retirer
decision-seal = Arrêter la note
decision-ready = Tout est prêt
decision-wait = La décision s’ouvre quand les {$total} niveaux de la commission existent. Il en manque {$left}.
done-levels = { $count ->
    [one] 1 niveau arrêté
   *[other] {$count} niveaux arrêtés
}
done-disagreements = { $count ->
    [0] Aucun désaccord
    [one] 1 désaccord concilié
   *[other] {$count} désaccords conciliés
}
done-mark = Note et motif
done-penalties = { $count ->
    [one] 1 pénalité décidée
   *[other] {$count} pénalités décidées
}
done-coverage = Défaut de couverture mentionné
done-visa = Visa de {$member}
todo-levels = Niveaux à arrêter
todo-disagreements = { $count ->
    [one] 1 désaccord à concilier
   *[other] {$count} désaccords à concilier
}
todo-mark = Note à écrire
todo-reason = Motif à écrire
todo-penalties = { $count ->
    [one] 1 pénalité à décider
   *[other] {$count} pénalités à décider
}
todo-coverage = Défaut de couverture à mentionner

seal-title = Arrêter la note de {$name} à {$mark} sur {$most} ?
seal-text = Note {$mark}, sans pénalité.
seal-text-penalties = Note {$mark}, pénalité de {$points} points pour {$causes}.
seal-notes = Les notes personnelles des deux membres seront effacées.
seal-no = Revenir
seal-yes = Arrêter la note
reopen-title = Rouvrir la décision de {$name} ?
reopen-text = La note arrêtée, {$mark} sur {$most}, reste dans l’historique. Indiquez le motif : il sera daté.
reopen-no = Annuler
reopen-yes = Rouvrir
decision-proposed = {$reading}, proposée
decision-left = { $count ->
    [one] Il manque 1 élément
   *[other] Il manque {$count} éléments
}
done-mark-alone = Note
decision-departs-masked = S’écarte de la note proposée : indiquez le motif.
decision-same = Rien de non évaluable : les deux lectures sont égales.
seal-title-verdict = Arrêter la décision de {$name} : {$verdict} ?
seal-text-verdict = Les fiches pourront être imprimées. Rouvrir demandera un motif.
reopen-text-verdict = La décision arrêtée (« {$verdict} ») restera au journal. Dites pourquoi elle est rouverte.
waiver-title = Dispenser le candidat ?
waiver-text = Ce qui est dispensé sort du calcul et de la décision. Le motif reste au journal et sur la grille du jury ; n’écrivez rien de médical.
waiver-row = Toute la ligne
waiver-criterion = Ce critère seul
waiver-hint = Motif : aménagement notifié le…
waiver-no = Ne rien changer
waiver-back = Retirer la dispense
waiver-yes = Dispenser
decision-bonus-most = {$most} au plus
decision-amount-between = de {$least} à {$most}
decision-amount-free = points
decision-ruling-departs = Une décision de bloc s’écarte des niveaux : dites pourquoi.
decision-rule-all = Tout comme proposé
decision-blocs = Décision par bloc
decision-whole = Décision d’ensemble
decision-bloc-counts = { $acquired ->
    [one] {$acquired} acquise
   *[other] {$acquired} acquises
}, { $partly ->
    [one] {$partly} partielle
   *[other] {$partly} partielles
}, { $refused ->
    [one] {$refused} non acquise
   *[other] {$refused} non acquises
}, sur {$total}
decision-bloc-waived = { $count ->
    [one] 1 dispense
   *[other] {$count} dispenses
}
decision-bloc-proposed = Les niveaux proposent : {$verdict}
decision-bloc-mark = Moyenne du bloc : {$mark} sur {$most}
decision-to-prove = Reste à prouver : {$rows}
decision-section-out = hors calcul
done-rulings = { $count ->
    [one] 1 bloc décidé
   *[other] {$count} blocs décidés
}
todo-rulings = { $count ->
    [one] Un bloc à décider
   *[other] {$count} blocs à décider
}
todo-comment = Appréciation due sous {$below}
decision-seal-verdict = Arrêter la décision
decision-penalty-inaccessible = Dossier : {$piece}, adresse inaccessible. Proposée.
decision-penalty-untried = Dossier : {$piece}, adresse non vérifiée. À décider.
