### Conservation : jusqu’à la session suivante, puis effacement avec un reçu.

purge-word = EFFACER
purge-receipt-name = recu-effacement-{$day}.txt
purge-line = { $count ->
    [one] {$file} : commission {$number}, session {$session}, 1 candidat. {$state}
   *[other] {$file} : commission {$number}, session {$session}, {$count} candidats. {$state}
}
purge-goes = Durée de conservation échue : peut être effacé.
purge-goes-open = { $count ->
    [one] Peut être effacé, à votre demande, avec 1 note qui n’est pas arrêtée.
   *[other] Peut être effacé, à votre demande, avec {$count} notes qui ne sont pas arrêtées.
}
purge-until = À conserver jusqu’à la session suivante ({$session}).
purge-unknown = Session sans année : à vous de savoir si sa durée est échue (--before-term).
purge-open = { $count ->
    [one] Conservé : 1 note n’est pas arrêtée (--with-open pour l’effacer aussi).
   *[other] Conservé : {$count} notes ne sont pas arrêtées (--with-open pour l’effacer aussi).
}
purge-unsound = Conservé : ce fichier est abîmé, il reste à examiner.
purge-nothing = Rien n’est à effacer.
purge-confirm = { $count ->
    [one] Rien n’est encore effacé. Pour effacer définitivement ce fichier et ce qui l’accompagne : --confirm {$word}
   *[other] Rien n’est encore effacé. Pour effacer définitivement ces {$count} fichiers et ce qui les accompagne : --confirm {$word}
}
purge-wrong-word = Rien n’a été effacé : pour confirmer, écrivez --confirm {$word}
purge-announced = Effacement commencé le {$day}, sans trace de sa fin :
purge-receipt = Reçu d’effacement, le {$day}
purge-entry = { $count ->
    [one] - {$file} : commission {$number}, session {$session}, 1 candidat, SHA-256 {$hash}
   *[other] - {$file} : commission {$number}, session {$session}, {$count} candidats, SHA-256 {$hash}
}
purge-gone = Effacé : {$names}
purge-left = Resté : {$cause}
purge-foot = Les fichiers sont retirés de ce support. Une clé ou un disque peut garder des traces que seul un effacement du support entier enlève.
data-written = { $count ->
    [one] Écrit : {$path}. 1 ligne du journal, l’état, les notes personnelles.
   *[other] Écrit : {$path}. {$count} lignes du journal, l’état, les notes personnelles.
}
data-closed = { $count ->
    [one] 1 ligne d’une colonne encore fermée n’est pas dans cet export (--all pour l’y mettre).
   *[other] {$count} lignes d’une colonne encore fermée ne sont pas dans cet export (--all pour les y mettre).
}
store-io-erase = « {$path} » n’a pas pu être effacé ({$cause}). Il est toujours là : vérifiez les droits, puis recommencez.
store-in-use = Rien n’a été effacé : « {$path} » est ouvert dans une autre fenêtre. Fermez-la, puis recommencez.
data-file-name = donnees.json
data-papers = pieces
retention-title = Durée de conservation
retention-text = Un fichier de commission se garde jusqu’à la session suivante, puis s’efface avec ce qui l’accompagne. Rien n’est effacé sans un mot que vous tapez.
retention-folder = Chemin d’un dossier de fichiers de commission
retention-look = Regarder ce dossier
retention-choose = Choisir un dossier…
retention-none = Aucun fichier de commission n’est connu ici. Choisissez le dossier où ils sont gardés.
retention-file = { $count ->
    [one] Commission {$number}, session {$session}, 1 candidat
   *[other] Commission {$number}, session {$session}, {$count} candidats
}
retention-over = Durée de conservation échue, toutes les notes sont arrêtées : peut être effacé.
retention-open = { $count ->
    [one] Durée échue, mais 1 note n’est pas arrêtée : cochez pour l’effacer quand même.
   *[other] Durée échue, mais {$count} notes ne sont pas arrêtées : cochez pour l’effacer quand même.
}
retention-unknown = Session sans année : cochez si vous savez que sa durée est échue.
retention-unknown-open = { $count ->
    [one] Session sans année, et 1 note n’est pas arrêtée : cochez si vous savez que sa durée est échue.
   *[other] Session sans année, et {$count} notes ne sont pas arrêtées : cochez si vous savez que sa durée est échue.
}
retention-beside = { $count ->
    [one] Part avec lui : {$names}
   *[other] Partent avec lui : {$names}
}
retention-chosen = { $count ->
    [0] Aucun fichier choisi.
    [one] 1 fichier choisi ({$candidates}). Rien n’est encore effacé.
   *[other] {$count} fichiers choisis ({$candidates}). Rien n’est encore effacé.
}
retention-erase = { $count ->
    [0] Effacer…
    [one] Effacer ce fichier…
   *[other] Effacer ces {$count} fichiers…
}
retention-done = Effacé. Voici le reçu.
retention-partly = Une partie est restée. Voici le reçu.
erase-one = Effacer définitivement la commission {$number}, session {$session} ?
erase-many = Effacer définitivement {$count} fichiers de commission ?
erase-candidates = Partent : {$candidates}, leurs décisions, et tout ce qui accompagne : notes, papiers, restes.
erase-open = { $count ->
    [one] 1 note n’est pas arrêtée : elle ne le sera jamais.
   *[other] {$count} notes ne sont pas arrêtées : elles ne le seront jamais.
}
erase-word = Cet effacement ne s’annule pas : tapez {$word}
erase-keep = Conserver
erase-go = Effacer définitivement
data-title = Données d’une personne
data-text = Tout ce que ce fichier garde d’une personne candidate, pour lui en remettre copie.
data-with-sheets = Données et fiches (ZIP)
data-alone = Données seules (JSON)
data-lines = { $count ->
    [one] 1 ligne du journal
   *[other] {$count} lignes du journal
}
data-window-closed = { $count ->
    [one] 1 ligne d’une colonne encore fermée n’y sera pas.
   *[other] {$count} lignes d’une colonne encore fermée n’y seront pas.
}
data-write = Écrire le fichier
erase-over = La durée de conservation est échue.
