### Conciliation.

conciliation-summary = { $count ->
    [one] 1 désaccord sur {$total} lignes
   *[other] {$count} désaccords sur {$total} lignes
}
conciliation-progress = Conciliés : {$settled}, à concilier : {$open}
conciliation-open = Les deux membres ont validé : les colonnes sont ouvertes.
conciliation-next = Désaccord suivant
conciliation-agreement = accord
conciliation-settled = retenu
conciliation-waiting = à concilier
conciliation-gap = { $steps ->
    [one] Écart de 1 niveau
   *[other] Écart de {$steps} niveaux : à discuter avant de choisir
}
conciliation-off-scale = Hors échelle pour l’un : à discuter avant de choisir
conciliation-indicators = { $count ->
    [one] 1 relevé différent
   *[other] {$count} relevés différents
}
conciliation-level = Niveau de la commission
conciliation-retain = Retenir
conciliation-no-mean = Aucune moyenne n’est faite : la commission choisit un niveau par ligne.
conciliation-go = Passer à la décision
conciliation-go-left = { $count ->
    [one] Passer à la décision : encore 1 ligne
   *[other] Passer à la décision : encore {$count} lignes
}
conciliation-none = { $total ->
    [one] Aucun désaccord : le niveau est identique.
   *[other] Aucun désaccord : les {$total} niveaux sont identiques.
}
conciliation-wait = {$member} n’a pas encore validé. Les colonnes s’ouvriront ensemble.
conciliation-common = Les niveaux ont été cochés ensemble : rien à concilier.
conciliation-common-wait = Les niveaux ne sont pas encore validés.
conciliation-realisations = { $count ->
    [one] Voir la réalisation
   *[other] Voir les {$count} réalisations
}
conciliation-not-seen = –
conciliation-agreeing-show = { $count ->
    [one] Afficher la ligne d’accord
   *[other] Afficher les {$count} lignes d’accord
}
conciliation-agreeing-hide = { $count ->
    [one] Replier la ligne d’accord
   *[other] Replier les {$count} lignes d’accord
}
