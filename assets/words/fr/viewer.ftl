### La visionneuse des pièces et leurs copies.

lost-not-copied = La copie de ce dossier n’est pas à côté du fichier de la commission. Joignez le dossier de nouveau pour la faire.
lost-missing = La copie de cette pièce a disparu. Les autres pièces restent utilisables. Joignez le dossier de nouveau pour la refaire.
lost-altered = La copie de cette pièce a été modifiée depuis que le dossier a été joint : elle n’est pas montrée. Les autres pièces restent utilisables. Joignez le dossier de nouveau depuis l’original.
lost-no-hash = Cette pièce n’a pas pu être lue quand le dossier a été joint : elle n’a pas de copie.
lost-of = Candidat {$number}, « {$path} » : {$why}
unshown-unknown = Ce document ne s’affiche pas ici (format inconnu). Il reste dans le dossier.
unshown-damaged = Ce document ne s’affiche pas ici (abîmé ou incomplet). Il reste dans le dossier.
unshown-encrypted = Ce document ne s’affiche pas ici (protégé par un mot de passe). Il reste dans le dossier.
unshown-too-large = Ce document ne s’affiche pas ici (trop lourd à dessiner). Il reste dans le dossier.
unshown-too-long = Ce document ne s’affiche pas ici (trop long à dessiner). Il reste dans le dossier.
viewer-see = Voir
viewer-waiting = Ouverture de la pièce…
viewer-page = {$page} sur {$pages}
viewer-previous = Page précédente ({$key})
viewer-next = Page suivante ({$key})
viewer-larger = Agrandir la page ({$key})
viewer-smaller = Réduire la page ({$key})
viewer-close = Fermer la pièce
viewer-browser = Ouvrir dans le navigateur
viewer-outside = Ouvrir avec le programme habituel
viewer-no-program = Aucun programme n’a ouvert cette pièce. Sa copie est ici : {$path}
viewer-address-about = Ce portfolio est en ligne, sans copie. Délibéré n’ouvre aucune connexion : consultez cette adresse sur un poste relié au réseau.
viewer-address-copy = Copier l’adresse
viewer-text-cut = La suite de ce document n’est pas montrée ici.
viewer-joining = Lecture du dossier…
viewer-copying = Copie des pièces à côté du fichier de la commission : {$percent} %
viewer-stop = Arrêter
join-stopped = Le dossier n’a pas été joint : vous l’avez arrêté. Rien n’a été modifié.
join-elsewhere = Le dossier n’a pas été joint : sa commission n’est plus ouverte. Rien n’a été modifié.
join-failed = Le dossier est joint et sa lecture enregistrée, mais ses pièces n’ont pas été copiées : elles ne s’afficheront pas ici. {$cause}
join-left = Le dossier est joint. Certaines pièces n’ont pas été copiées, les autres le sont : {$names}
viewer-site = { $count ->
    [one] Site d’une page, copié tel qu’il a été remis :
   *[other] Site de { $count } pages, copié tel qu’il a été remis :
}
viewer-pages-cut = { $count ->
    [one] Seule la première page est montrée ici.
   *[other] Seules les { $count } premières pages sont montrées ici.
}
viewer-pictures = { $count ->
    [one] Une image de ce document n’est pas montrée ici.
   *[other] { $count } images de ce document ne sont pas montrées ici.
}
cli-copies = { $count ->
    [one] 1 pièce copiée, intacte.
   *[other] { $count } pièces copiées, intactes.
}
cli-copies-none = Dossier sans copie à côté du fichier : { $numbers }
copy-stopped = La copie a été arrêtée.
dossiers-left = N° {$number} : {$cause}
dossiers-not-copied = Les dossiers sont joints, mais des pièces n’ont pas été copiées : elles ne s’afficheront pas ici. {$left}
viewer-rows-cut = La suite de la feuille n’est pas montrée ici.
sheet-hidden-row = {$number} (masquée)
