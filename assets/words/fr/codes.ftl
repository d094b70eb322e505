### Codes des membres et verrouillage.

new-code = Code à 4 chiffres
code-four = un code a 4 chiffres
code-title = Code de { $member }
code-visa = Votre code confirme votre visa sur cette décision.
code-reopen = Rouvrir une note arrêtée demande le code de chaque membre.
code-yours = Votre code à 4 chiffres
code-wrong = Ce code n’est pas le bon.
code-wait = Trop d’essais : attendez { $seconds } s.
code-cancel = Annuler
code-confirm = Confirmer
gesture-code = code personnel
lock-title = Écran verrouillé
lock-text = Tout est enregistré. Le code d’un membre rouvre l’écran.
lock-open = Déverrouiller
lock-remaining = { $phase } : { $left } restantes, le temps continue
command-lock = Verrouiller l’écran
home-lock = Verrouillage
home-lock-minutes = { $minutes } min
home-lock-never = Jamais
