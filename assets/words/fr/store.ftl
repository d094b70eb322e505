### Fichiers : ce qui est à l’abri, ce qui s'est passé, que faire.

store-holder = {$user} sur {$machine}, depuis {$hours} h {$minutes} (processus {$process})
store-io-read = Rien n’a été modifié : « {$path} » ne peut pas être lu ({$cause}). Vérifiez le chemin et les droits.
store-io-create = Rien n’a été écrasé : « {$path} » ne peut pas être créé ({$cause}). Choisissez un autre dossier.
store-io-append = Ce qui était enregistré l’est toujours : ce dernier geste n’a pas pu être écrit dans « {$path} » ({$cause}) et n’est pas pris en compte. Libérez de la place ou rebranchez la clé, puis refaites-le.
store-exists = Rien n’a été écrasé : « {$path} » existe déjà. Choisissez un autre nom.
store-not-a-commission = Rien n’a été modifié : « {$path} » n’est pas un fichier de commission lisible ({$detail}). Le fichier reste intact, cherchez une copie saine.
store-newer = Rien n’a été modifié : « {$path} » vient d’une version plus récente ({$version}). Ouvrez-le avec cette version.
store-too-large = Rien n’a été modifié : « {$path} » dépasse {$most} Mo, ce n’est pas un fichier de ce genre.
store-member-count = Rien n’a été créé : la grille veut {$wanted} membres, {$given} sont nommés.
store-read-only = Rien n’a été modifié : « {$path} » est ouvert en lecture seule.
store-grid-altered = la grille qu’il contient ne correspond plus à son empreinte

notice-torn = Rien n’est perdu : la dernière ligne, coupée par un arrêt brutal ({$bytes} octets), n’avait jamais été confirmée. Elle est ignorée.
notice-torn-aside = Rien n’est perdu : la dernière ligne, coupée par un arrêt brutal ({$bytes} octets), n’avait jamais été confirmée. Elle est mise de côté dans « {$aside} ».
notice-broken = Rien n’est perdu : le fichier « {$path} » s’ouvre en lecture seule, jusqu’à la ligne {$line}, où {$cause}. Le fichier reste intact. Cherchez une copie saine, ou continuez dans une nouvelle commission.
break-syntax = le contenu n’est pas lisible ({$detail})
break-chain = la chaîne des empreintes est rompue : une ligne a été modifiée, retirée ou déplacée
break-refused = le geste n’est pas possible à cet endroit ({$reason})
notice-held = Cette commission est ouverte dans une autre fenêtre : {$who}. Vous pouvez la lire, pas la modifier.
notice-held-unknown = Cette commission est ouverte dans une autre fenêtre. Vous pouvez la lire, pas la modifier.
notice-unwritable = Rien n’a été modifié : ce dossier ne permet pas d’écrire ({$cause}). Vous pouvez lire la commission. Pour noter, copiez le fichier ailleurs.
notice-recovered = { $count ->
    [one] Rien n’est perdu : 1 geste gardé sur ce poste a rejoint le fichier.
   *[other] Rien n’est perdu : {$count} gestes gardés sur ce poste ont rejoint le fichier.
}
notice-stranded = { $count ->
    [one] Rien n’est perdu : 1 geste gardé sur ce poste ne suit plus ce fichier, qui a été remplacé. Il reste dans « {$aside} ». Comparez, puis refaites-le.
   *[other] Rien n’est perdu : {$count} gestes gardés sur ce poste ne suivent plus ce fichier, qui a été remplacé. Ils restent dans « {$aside} ». Comparez, puis refaites-les.
}
notice-waiting = { $count ->
    [one] 1 geste gardé sur ce poste n’est pas encore dans ce fichier. Ouvrez la commission pour l’y remettre.
   *[other] {$count} gestes gardés sur ce poste ne sont pas encore dans ce fichier. Ouvrez la commission pour les y remettre.
}

grid-syntax = Grille refusée : « {$path} », à {$place} : {$detail}
grid-faults = { $count ->
    [one] Grille refusée : « {$path} » porte 1 défaut.
   *[other] Grille refusée : « {$path} » porte {$count} défauts.
}
grid-fault-line = - à {$place} : {$fault}
grid-faults-more = { $count ->
    [one] - et 1 autre défaut.
   *[other] - et {$count} autres défauts.
}
grid-unknown = Aucune grille ne se nomme « {$name} », et aucun fichier n’est à cet endroit. Grilles installées : {$known}.
grid-no-edition = La grille n’a pas d’édition pour la session « {$session} ». Sessions prévues : {$known}.
grid-line = ligne {$line}, colonne {$column}
grid-byte = l’octet {$at}
grid-not-utf8 = le texte n’est pas en UTF-8. Enregistrez le fichier en UTF-8.
grid-not-a-number = un nombre est attendu : 2, 0.5 ou "2/3"
grid-value-outside = un niveau hors échelle n’a pas de valeur. Retirez « value » ou « kind ».
grid-trailing = du texte suit la fin de la grille. Retirez-le.

json-missing = il manque la clé « {$key} ». Ajoutez-la.
json-unknown = « {$key} » n’existe pas dans ce format. Corrigez l’orthographe ou retirez-le.
json-duplicate = la clé « {$key} » figure deux fois. Gardez-en une.
json-type = la valeur n’est pas du genre attendu (trouvé : {$found} ; attendu : {$wanted}). Corrigez-la.
json-cut = le texte s’arrête au milieu. Le fichier est incomplet, cherchez une copie entière.
json-deep = le texte est imbriqué trop profondément pour une grille. Simplifiez-le.
json-syntax = ce n’est pas du JSON valide. Vérifiez virgules, guillemets et accolades.
json-kind-text = du texte
json-kind-number = un nombre
json-kind-boolean = vrai ou faux
json-kind-object = un objet
json-kind-list = une liste
json-kind-null = rien

io-not-found = introuvable
io-denied = accès refusé
io-full = plus de place
io-read-only = support protégé en écriture
io-directory = c’est un dossier
io-not-a-folder = un fichier tient la place du dossier
io-unsayable = ce geste ne peut pas être relu tel quel
io-changed = le fichier a changé entre-temps

edit-bad-hour = « {$value} » n’est pas une heure comme 10:15.
edit-bad-moment = « {$value} » n’est pas un instant comme 2026-06-03T10:15:00+02:00.
edit-bad-mark = « {$value} » n’est pas une note comme 12.5.
edit-bad-author = « {$value} » n’est pas un auteur : member1, member2 ou commission.
edit-bad-settlement = le geste à retenir doit porter sur le même candidat, et rien d’autre
edit-unreadable = {$place} : {$detail}
edit-trailing = du texte suit le geste. Écrivez un geste par ligne.
store-no-header = sa première ligne n’est pas celle d’une commission
store-somebody = quelqu’un
grid-penalty-amount = une pénalité a soit « points », soit « least » et « most », soit « free ». N’en gardez qu’un.
grid-default-coverage = La compétence « {$competency} » n’a pas été mise en œuvre dans les réalisations présentées : la couverture est incomplète.
grid-default-notice = Le calcul est celui de la grille installée. La décision revient à la commission.
grid-default-appreciation = Appréciation
edit-bad-waiver = une dispense porte sur une ligne (« row ») ou sur un critère (« indicator »), l’un des deux
json-choice = « {$key} » n’existe pas ici. Choisissez parmi : {$choices}.
json-unknown-like = « {$key} » n’existe pas dans ce format. Vouliez-vous écrire « {$known} » ? Sinon, retirez-le.
json-wanted-text = du texte, entre guillemets
json-wanted-count = un nombre entier, 0 ou plus
json-wanted-other = autre chose
grid-line-alone = la ligne {$line}, colonne {$column}
edit-bad-spot = Une correction nomme ce qu’elle corrige : « what », puis « line » et « column » s’il y a lieu.
