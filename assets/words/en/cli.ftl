### Command line.

cli-line-unreadable = Line {$line}: nothing was changed, {$detail}
cli-line-refused = Line {$line}: {$detail}
cli-created = Commission created: {$path}
cli-verified = { $lines ->
    [one] Sound file: 1 gesture, chain unbroken.
   *[other] Sound file: {$lines} gestures, chain unbroken.
}
cli-writer = - copy {$writer}: {$lines} gestures
cli-grid-line = {$id}: {$title} (sessions {$sessions})
cli-grid-sound = { $rows ->
    [one] {$path}: valid grid, 1 row, {$levels} levels, {$penalties} penalties.
   *[other] {$path}: valid grid, {$rows} rows, {$levels} levels, {$penalties} penalties.
}
cli-level-count = The grid has {$wanted} rows, {$given} levels are given. Write “-” for a row without a level.
cli-bad-note = “{$value}” is not a mark.
cli-bad-day = “{$value}” is not a date such as 2026-06-03.
cli-unknown-candidate = No candidate has the number {$number}.
cli-no-candidate = This commission has no candidate yet.
cli-exported = Written: {$path}
cli-demo-ready = Demonstration commission ready: {$path}
cli-header = {$short}, exam {$exam}, session {$session}. Commission {$number}. {$members}
cli-candidate = {$number}  {$name}  {$status}
cli-status-waiting = to come
cli-status-started = under way
cli-status-to-decide = to decide
cli-status-sealed = mark fixed
cli-status-absent = absent
cli-no-window = Nothing is lost: the window could not open ({$cause}). Every command still works without a window: delibere --help.
usage-missing = {$argument} is missing. Help: delibere --help
usage-unknown = The argument “{$argument}” does not exist. Help: delibere --help
usage-command = The command “{$command}” does not exist. Help: delibere --help
usage-value = The value “{$value}” does not suit {$argument}. Help: delibere --help
usage-conflict = {$argument} does not go with the other arguments. Help: delibere --help
usage-other = This command line is not understood. Help: delibere --help

help-about = Délibéré: grade an oral exam together, offline, from the grid to the official sheets.
help-file = Commission to open in the window
help-demo = Opens the demonstration commission, ready to grade
help-demo-dir = Folder to lay it in
help-demo-no-window = Lays the files without opening the window
help-new = Makes the file of a commission
help-apply = Adds the gestures read on the input, one a line; writes an acknowledgement after each safe write
help-show = Shows the state of a commission
help-show-all = Shows the columns that are still closed too
help-verify = Checks the chain of a file
help-merge = Merges copies of one commission
help-merge-out = File to create; without it, the first file receives what the others hold
help-copy = Makes the copy of a member, who will fill their column in it on another laptop
help-copy-out = File of the copy
help-copy-for = The member, 1 or 2
help-copy-again = Replaces a lost copy
help-copy-back = Takes the member’s column back into this file, without making a copy
help-mark = Computes the mark that a profile proposes
help-grid = Installed grids and their check
help-grid-list = Lists the installed grids
help-grid-check = Checks grid files
help-export = Writes the official sheets as PDF
help-json = Output for a program
help-grid-id = Installed grid, or grid file
help-edition = Session of the edition, the latest by default
help-commission = Number of the commission
help-member = Name of a member, once for each
help-mode = Form of the exam: ponctuelle or ccf
help-day = Day of the orals
help-blind = Separate and blind: the other’s column stays closed until both have validated (default)
help-separate = Separate: a column each, open
help-common = Common: one column
help-profile = One level a row of the grid, “-” for a row without a level
help-penalty = Penalty retained, repeatable
help-note = Mark kept by the commission, instead of the proposal
help-candidate = Candidate’s number
help-all = Every candidate
help-out = Folder to write in
cli-piece = {$kind}: {$path}
cli-piece-missing = Missing: {$piece}
cli-covered = { $count ->
    [0] {$row}: no achievement
    [one] {$row}: 1 achievement
   *[other] {$row}: {$count} achievements
}
cli-realisation = {$title} ({$period}): {$rows}
demo-member-1 = Mme Hélène SPÉCIMEN
demo-member-2 = M. Paul MODÈLE
demo-question-urgent = Would you requalify an urgent request?
demo-question-closed = A closed incident: who approved it?
demo-question-web = Have you contributed to a site or a page online?
help-heading-options = Options
help-heading-commands = Commands
help-heading-usage = Usage:
help-value-command = COMMAND
help-help = Shows this help
help-version = Shows the version
cli-penalty-amount = Say how many points the penalty takes: --penalty {$name}=3
help-bonus = Points added by the commission
help-waive = Row that the candidate is excused from

help-dossier-csv = Writes the conformity table as CSV into this file
help-dossier-commission = Matches the dossiers with the people of this commission file
help-dossier-roster = Matches the dossiers with the people of this list (.csv or .xlsx)
help-dossier-more = Reads a candidate’s dossier (folder or .zip), or a folder that holds several.
    With --json, a dossier gives its papers (path, kind, SHA-256, size), what is missing, the identity as read and the reading of the table, in the shape described by “delibere tableau --help”.
    A folder of dossiers gives a conformity table: one line a dossier, matched with the list by the number, else by the exact name; never at random.
help-tableau-more = Reads a summary table (.xlsx, .ods or .pdf, told by its content).
    With --json: layout, session, candidate, number, centre, url, option, sections, realisations (section, title, period_raw, ticks, reason, flags, documents, links, texts), uncovered.
    reason says why a cell counts as ticked: texte, couleur, bordure or forme. flags: suite, sans_coche, masquee, fin_avant_debut, date_impossible.
    source, period_source, tick_sources and sources say where each value was read: “F12” in a sheet, page, x and y (in points, from the top left corner) in a PDF.
    period gives the dates that are sure (start, end, precision, open); counts counts; findings says what the jury should know; doubts what the reading is not sure of.
cli-option-none = option to be specified
cli-findings = Findings:
cli-finding = - { $finding }
cli-many-head = Dossier
cli-many-candidate = Person
cli-many-match = Match
cli-many-portfolio = Portfolio
cli-many-tableau = Table
cli-many-attestation = Certificates
cli-many-realisations = Achievements
cli-many-uncovered = Not covered
cli-many-findings = Findings
cli-many-number = number
cli-many-name = name
cli-many-ambiguous = to be chosen
cli-many-nobody = unknown
cli-many-unmatched = no list
cli-many-yes = yes
cli-many-no = missing
cli-many-refused = unreadable
cli-many-nothing = No dossier in “{ $path }”. Choose the folder that holds those of the candidates.
cli-many-written = Conformity table written: { $path }
cli-many-exists = “{ $path }” already exists and was not replaced. Choose another name.
help-dossier = Reads a candidate’s dossier (folder or .zip), or a folder that holds several
help-tableau = Reads a summary table (.xlsx, .ods or .pdf)
