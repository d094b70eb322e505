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
