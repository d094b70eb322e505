### Constats sur un tableau de synthèse.

tableau-finding-empty = Aucune réalisation n’est décrite.
tableau-finding-uncovered = Aucune réalisation ne coche : { $columns }.
tableau-finding-no-tick =
    { $count ->
        [one] Une réalisation ne coche rien : { $rows }.
       *[other] { $count } réalisations ne cochent rien : { $rows }.
    }
tableau-finding-no-period =
    { $count ->
        [one] Une réalisation n’a pas de période : { $rows }.
       *[other] { $count } réalisations n’ont pas de période : { $rows }.
    }
tableau-finding-end-before-start = La période se termine avant de commencer : { $rows }.
tableau-finding-impossible-date = La période contient une date qui n’existe pas : { $rows }.
tableau-finding-same-title = Le même intitulé revient : { $rows }.
tableau-finding-hidden = Masquées dans la feuille, lues quand même : { $rows }.
tableau-finding-joined = Écrites sur plusieurs lignes, réunies : { $rows }.
tableau-finding-before-sections = Placées avant le premier titre de section : { $rows }.
tableau-finding-odd-tick = Coche inhabituelle « { $text } » en { $place } ({ $column }) : comptée comme coche, à vérifier.
tableau-finding-no-option = Option à préciser : rien ne la marque, ou plusieurs marques la contredisent.
tableau-finding-no-name = Le tableau ne porte pas de nom.
tableau-finding-no-number = Le tableau ne porte pas de numéro de candidat.
tableau-finding-other-name = Le tableau porte le nom « { $read } », la liste dit « { $known } ».
tableau-finding-other-number = Le tableau porte le numéro { $read }, la liste dit { $known }.
tableau-finding-other-option = Le tableau marque l’option { $read }, la liste dit { $known }.

tableau-doubt-no-text = Page { $page } : aucun texte, seulement une image ou des tracés. À lire à l’œil.
tableau-doubt-no-table = Page { $page } : aucun tableau n’y a été reconnu. À lire à l’œil.
tableau-doubt-continued = Page { $page } : une ligne y est peut-être coupée par le saut de page. À vérifier.
tableau-doubt-another = Page { $page } : un autre tableau y commence ; il n’a pas été lu.
tableau-doubt-column = Le libellé de la compétence « { $column } » est illisible : sa colonne est placée par ses voisines. À vérifier.
tableau-doubt-straddling = { $place } : un texte ou un tracé déborde de sa cellule. À vérifier.
tableau-doubt-cut = { $place } : une ligne de section est vide ; son titre n’a peut-être pas été imprimé.
tableau-doubt-sign = { $place } : un signe est dans une police qui ne dit pas ce qu’il montre. À vérifier.
tableau-doubt-tick = { $place } : un tracé est peut-être une coche, peut-être pas. À vérifier.
tableau-doubt-outside = { $place } : un texte est hors des cellules du tableau ; il n’a pas été lu.
tableau-doubt-pages = Seules les { $count } premières pages ont été lues.

dossier-tableaux-differ = Les tableaux du dossier ne disent pas la même chose : « { $kept } » a été retenu, « { $other } » en diffère.

dossier-match-several =
    { $count ->
        [one] Peut-être le dossier de { $names } : le nom du dossier le dit, rien ne le confirme. Décidez vous-même.
       *[other] Plusieurs personnes de la liste peuvent être celle-ci : { $names }. Choisissez vous-même.
    }
dossier-match-nobody = Personne sur la liste n’a ce numéro ni exactement ce nom.
dossier-match-name = Reconnu par le nom seul : aucun numéro ne le confirme.
dossier-match-rival = Un autre dossier est au même nom : { $others }. Gardez le bon.
dossier-roster-none = Aucun dossier : { $names }.
