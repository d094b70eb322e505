### What was found in a summary table.

tableau-finding-empty = No achievement is described.
tableau-finding-uncovered = No achievement ticks: { $columns }.
tableau-finding-no-tick =
    { $count ->
        [one] One achievement ticks nothing: { $rows }.
       *[other] { $count } achievements tick nothing: { $rows }.
    }
tableau-finding-no-period =
    { $count ->
        [one] One achievement has no period: { $rows }.
       *[other] { $count } achievements have no period: { $rows }.
    }
tableau-finding-end-before-start = The period ends before it starts: { $rows }.
tableau-finding-impossible-date = The period names a day that does not exist: { $rows }.
tableau-finding-same-title = The same title comes back: { $rows }.
tableau-finding-hidden = Hidden in the sheet, read all the same: { $rows }.
tableau-finding-joined = Written over several rows, joined: { $rows }.
tableau-finding-before-sections = Placed before the first section title: { $rows }.
tableau-finding-odd-tick = Unusual tick “{ $text }” in { $place } ({ $column }): counted as a tick, to be checked.
tableau-finding-no-option = Option to be specified: nothing marks it, or several marks contradict it.
tableau-finding-no-name = The table bears no name.
tableau-finding-no-number = The table bears no candidate number.
tableau-finding-other-name = The table bears the name “{ $read }”, the list says “{ $known }”.
tableau-finding-other-number = The table bears the number { $read }, the list says { $known }.
tableau-finding-other-option = The table marks the option { $read }, the list says { $known }.

tableau-doubt-no-text = Page { $page }: no text, only an image or outlines. To be read by eye.
tableau-doubt-no-table = Page { $page }: no table was recognised there. To be read by eye.
tableau-doubt-continued = Page { $page }: a row may be cut by the page break. To be checked.
tableau-doubt-another = Page { $page }: another table starts there; it was not read.
tableau-doubt-column = The label of the competency “{ $column }” is illegible: its column is placed by its neighbours. To be checked.
tableau-doubt-straddling = { $place }: a text or a drawing runs over its cell. To be checked.
tableau-doubt-cut = { $place }: a section row is empty; its title may not have been printed.
tableau-doubt-sign = { $place }: a sign is in a font that does not say what it shows. To be checked.
tableau-doubt-tick = { $place }: a drawing may be a tick, or not. To be checked.
tableau-doubt-outside = { $place }: a text is outside of the cells of the table; it was not read.
tableau-doubt-pages = Only the first { $count } pages were read.

dossier-tableaux-differ = The tables of the dossier do not say the same: “{ $kept }” was kept, “{ $other }” differs from it.

dossier-match-several =
    { $count ->
        [one] Perhaps the dossier of { $names }: the name of the folder says so, nothing confirms it. Decide by yourself.
       *[other] Several people on the list may be this one: { $names }. Choose by yourself.
    }
dossier-match-nobody = Nobody on the list has this number or exactly this name.
dossier-match-name = Recognised by the name alone: no number confirms it.
dossier-match-rival = Another dossier is in the same name: { $others }. Keep the right one.
dossier-roster-none = No dossier: { $names }.
