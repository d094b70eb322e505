### Fiches écrites en PDF.

export-failed-folder = Rien n’est perdu : la décision reste telle quelle. Le dossier {$path} n’a pas pu être créé : {$cause}
export-failed-write = Rien n’est perdu : la décision reste telle quelle. Le fichier {$path} n’a pas pu être écrit : {$cause}
export-failed-name = Rien n’est perdu : la décision reste telle quelle. Le fichier {$path} n’a pas pu recevoir son nom : {$cause}
export-no-free-name = Rien n’est écrasé, rien n’est écrit : trop de fichiers portent déjà le nom {$path}. Choisissez un autre dossier.
export-no-template = La grille demande le modèle de fiche « {$name} », que cette version ne connaît pas.
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
export-workbook = Rien n’a été écrit : le classeur n’a pas pu être composé ({$cause}).
export-table = Rien n’a été écrit : la table n’a pas pu être composée ({$cause}).
