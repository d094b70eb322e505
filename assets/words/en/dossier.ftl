### Candidates' papers: refusals, findings, names of the pieces.

dossier-refused-unreachable = The file “{ $path }” could not be read from the disk. Nothing was changed. Check that the drive is plugged in, then try again.
dossier-refused-empty = The file “{ $path }” is empty. Nothing was changed. Ask for a new copy.
dossier-refused-truncated = The file “{ $path }” is incomplete: its end is missing. Nothing was changed. Copy it again from its source.
dossier-refused-damaged = The file “{ $path }” is damaged: its content does not match what it announces. Nothing was changed. Copy it again or tick the table by hand.
dossier-refused-encrypted = The file “{ $path }” is protected by a password. Nothing was changed. Save it without a password, then try again.
dossier-refused-packing = The file “{ $path }” is compressed in a way that is not read here. Nothing was changed. Zip the folder again or choose the folder itself.
dossier-refused-old-format = The file “{ $path }” is in the old Office format (.xls or .doc). Nothing was changed. Save it as .xlsx, then try again.
dossier-refused-not-workbook = The file “{ $path }” is not a workbook, whatever its name. Nothing was changed. Choose the summary table as .xlsx.
dossier-refused-no-sheet = The workbook “{ $path }” has no visible sheet. Nothing was changed. Open it in a spreadsheet program, show the sheet and save.
dossier-refused-outside = The workbook “{ $path }” points to a file outside itself. It was not followed and nothing was changed. Save it again from a spreadsheet program.
dossier-refused-entities = The file “{ $path }” holds XML entities, which no spreadsheet program writes. It was not read and nothing was changed. Tick the table by hand.
dossier-refused-overlapping = The archive “{ $path }” uses the same bytes twice: a known trap. It was not opened and nothing was changed. Ask for a new copy.
dossier-refused-too-large = The file “{ $path }” is too large once opened. It was not read and nothing was changed. Look at it outside Délibéré or ask for a lighter copy.
dossier-refused-too-many = The file “{ $path }” holds too many elements for a candidate’s papers. It was not read and nothing was changed. Keep the exam papers only, then try again.
dossier-refused-too-deep = The file “{ $path }” has too many nested levels. It was not read and nothing was changed. Ask for a new copy or tick the table by hand.
dossier-refused-link = “{ $path }” is a link to somewhere else. It was not followed; the other papers remain usable. Ask for the file itself.
dossier-refused-name = “{ $path }” has a misleading or impossible name. It was set aside; the other papers remain usable. Rename it if it is needed.
dossier-refused-duplicate = Two files are named “{ $path }”. Neither was read; the other papers remain usable. Keep the right one, then try again.
dossier-refused-nested = “{ $path }” is an archive inside the papers. It was not opened; the other papers remain usable. Unzip it if it holds a paper.
dossier-refused-not-dossier = “{ $path }” is neither a folder, nor a .zip, nor a file. Nothing was changed. Choose the candidate’s folder.
dossier-refused-open-document = “{ $path }” is an OpenDocument file, but not a sheet. The paper is kept and nothing was changed. Ask for the table as .ods, .xlsx or PDF.
dossier-refused-no-text = The PDF “{ $path }” has no text: its pages are images or outlines. The paper is kept and nothing was changed. Look at it and tick the table by hand.

dossier-not-the-form = “{ $path }” does not hold the official summary table: its competencies are not there. The paper is kept. Tick the coverage by hand.
dossier-pdf-truncated = The PDF “{ $path }” seems incomplete: its end is missing. The paper is kept. Check that it opens or ask for a new copy.
dossier-several-tableaux =
    { $count ->
        [one] The papers hold a second summary table. “{ $path }” was kept; check that it is the right one.
       *[other] The papers hold { $count } other summary tables. “{ $path }” was kept; check that it is the right one.
    }
dossier-more-aside =
    { $count ->
        [one] One more file was set aside for the same reasons.
       *[other] { $count } more files were set aside for the same reasons.
    }
dossier-kind-tableau = Summary table
piece-pages = {$label} (at least {$pages} pages, to be checked)
