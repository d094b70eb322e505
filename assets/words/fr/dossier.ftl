### Les papiers des candidats : refus, constats, noms des pièces.

dossier-refused-unreachable = Le fichier « { $path } » n’a pas pu être lu sur le disque. Rien n’a été modifié. Vérifiez que le support est branché, puis recommencez.
dossier-refused-empty = Le fichier « { $path } » est vide. Rien n’a été modifié. Demandez une nouvelle copie.
dossier-refused-truncated = Le fichier « { $path } » est incomplet : sa fin manque. Rien n’a été modifié. Copiez-le de nouveau depuis son origine.
dossier-refused-damaged = Le fichier « { $path } » est abîmé : son contenu ne correspond pas à ce qu’il annonce. Rien n’a été modifié. Copiez-le de nouveau ou cochez le tableau à la main.
dossier-refused-encrypted = Le fichier « { $path } » est protégé par un mot de passe. Rien n’a été modifié. Enregistrez-le sans mot de passe, puis recommencez.
dossier-refused-packing = Le fichier « { $path } » est compressé d’une façon qui n’est pas lue ici. Rien n’a été modifié. Recompressez le dossier en .zip ordinaire ou choisissez le dossier lui-même.
dossier-refused-old-format = Le fichier « { $path } » est dans l’ancien format d’Office (.xls ou .doc). Rien n’a été modifié. Enregistrez-le en .xlsx, puis recommencez.
dossier-refused-not-workbook = Le fichier « { $path } » n’est pas un classeur, quel que soit son nom. Rien n’a été modifié. Choisissez le tableau de synthèse en .xlsx.
dossier-refused-no-sheet = Le classeur « { $path } » n’a aucune feuille visible. Rien n’a été modifié. Ouvrez-le dans un tableur, affichez la feuille et enregistrez.
dossier-refused-outside = Le classeur « { $path } » désigne un fichier hors de lui-même. Il n’a pas été suivi et rien n’a été modifié. Réenregistrez-le depuis un tableur.
dossier-refused-entities = Le fichier « { $path } » contient des entités XML, qu’aucun tableur n’écrit. Il n’a pas été lu et rien n’a été modifié. Cochez le tableau à la main.
dossier-refused-overlapping = L’archive « { $path } » fait servir deux fois les mêmes octets : c’est un piège connu. Elle n’a pas été ouverte et rien n’a été modifié. Demandez une nouvelle copie.
dossier-refused-too-large = Le fichier « { $path } » est trop volumineux une fois ouvert. Il n’a pas été lu et rien n’a été modifié. Consultez-le hors de Délibéré ou demandez une copie allégée.
dossier-refused-too-many = Le fichier « { $path } » contient trop d’éléments pour un dossier de candidat. Il n’a pas été lu et rien n’a été modifié. Ne gardez que les pièces de l’épreuve, puis recommencez.
dossier-refused-too-deep = Le fichier « { $path } » a trop de niveaux emboîtés. Il n’a pas été lu et rien n’a été modifié. Demandez une nouvelle copie ou cochez le tableau à la main.
dossier-refused-link = « { $path } » est un lien vers un autre endroit. Il n’a pas été suivi ; les autres pièces restent utilisables. Demandez le fichier lui-même.
dossier-refused-name = « { $path } » a un nom trompeur ou impossible. Ce fichier a été écarté ; les autres pièces restent utilisables. Renommez-le si la pièce est utile.
dossier-refused-duplicate = Deux fichiers portent le nom « { $path } ». Aucun des deux n’a été lu ; les autres pièces restent utilisables. Gardez le bon, puis recommencez.
dossier-refused-nested = « { $path } » est une archive dans le dossier. Elle n’a pas été ouverte ; les autres pièces restent utilisables. Décompressez-la si elle contient une pièce.
dossier-refused-not-dossier = « { $path } » n’est ni un dossier, ni une archive .zip, ni un fichier. Rien n’a été modifié. Choisissez le dossier du candidat.
dossier-refused-open-document = Le fichier « { $path } » est un document OpenDocument, mais pas une feuille de calcul. La pièce est gardée et rien n’a été modifié. Demandez le tableau en .ods, en .xlsx ou en PDF.
dossier-refused-no-text = Le PDF « { $path } » n’a pas de texte : ses pages sont des images ou des tracés. La pièce est gardée et rien n’a été modifié. Regardez-la et cochez le tableau à la main.

dossier-not-the-form = « { $path } » ne contient pas le tableau de synthèse officiel : ses compétences n’y sont pas. La pièce est gardée. Cochez la couverture à la main.
dossier-pdf-truncated = Le PDF « { $path } » semble incomplet : sa fin manque. La pièce est gardée. Vérifiez qu’il s’ouvre ou demandez une nouvelle copie.
dossier-several-tableaux =
    { $count ->
        [one] Le dossier contient un second tableau de synthèse. « { $path } » a été retenu ; vérifiez que c’est le bon.
       *[other] Le dossier contient { $count } autres tableaux de synthèse. « { $path } » a été retenu ; vérifiez que c’est le bon.
    }
dossier-more-aside =
    { $count ->
        [one] Un autre fichier a été écarté pour les mêmes raisons.
       *[other] { $count } autres fichiers ont été écartés pour les mêmes raisons.
    }
dossier-kind-tableau = Tableau de synthèse
piece-pages = {$label} ({$pages} pages au moins, à vérifier)
