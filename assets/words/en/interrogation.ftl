### Papers and questioning.

interrogation-indicators = Performance indicators
interrogation-no-indicators = This row has no indicator: it is judged on the whole oral.
interrogation-own-marks = Personal marks, without effect on the mark
seen-yes = seen
seen-partly = partly
seen-no = not seen
level-none = to assess
to-question = to question
tile-title = {$number} {$short}
uncovered-row = To question. No achievement of the summary table uses this competency.
no-dossier = The papers of this person were not added.
no-dossier-add = Add the papers…
no-reading = The summary table was not read.
covering = Achievements concerned
covering-count = {$count} of {$total}
covering-transversal = This row is not in the summary table.
realisation-documents = { $count ->
    [one] 1 document
   *[other] {$count} documents
}
questions = Prepared questions
questions-none = No prepared question on this row.
notes = Personal notes
notes-hint = What you see and hear. Erased when the mark is fixed.
mark-masked = Proposed mark hidden
mark-shown = Proposed mark: {$mark}
mark-incomplete = Proposed mark: not yet
left = { $count ->
    [one] 1 level left
   *[other] {$count} levels left
}
validate = Validate my levels
validate-common = Validate the levels
validated = Levels validated
take-back = Reopen my levels
member-number = Member {$number}
member-yours = Member {$number}, your turn
member-together = Together
undo = Undo
redo = Redo

validate-title = { $count ->
    [one] Validate your level?
   *[other] Validate your {$count} levels?
}
validate-text = {$member} will see them only after validating too. You can reopen them until then.
validate-text-common = You will go on to the decision. You can reopen them until the mark is fixed.
validate-text-open = You can reopen them until settling has begun.
validate-again = Read again
validate-yes = Validate

timer-start = Start
timer-pause = Pause
timer-resume = Resume
timer-finish = Finish
timer-of = {$spent} of {$total}
timer-length = duration {$length}
timer-expected = Expected end at {$hour}
timer-paused = paused
timer-over = over time
timer-over-by = + {$over}
timer-done = Oral finished

dossier-pieces = Papers
dossier-add = Add…
dossier-replace = Replace…
dossier-folder = Folder…
dossier-zip = ZIP file…
dossier-path = Path of a folder or a ZIP
dossier-path-go = Read
dossier-state-conform = conform
dossier-state-missing = missing
dossier-state-read = recognised
dossier-mark-conform = Conform
dossier-mark-missing = Missing
dossier-mark-none = As the papers say
dossier-others = Other documents
dossier-coverage = Coverage of the competencies
dossier-coverage-source = read in the tableau, may be corrected
dossier-realisation = Achievement
dossier-count = { $count -> 
    [one] 1 réalisation
   *[other] { $count } réalisations
}
dossier-no-tableau = No summary table was read. Coverage is judged during the exchange.
dossier-uncovered = {$row}: no achievement. To be questioned at the oral.
dossier-prepare = Prepare a question
dossier-questions = { $count -> 
    [0] Prepared questions
   *[other] Prepared questions ({ $count })
}
dossier-question-hint = Your question, then Enter
dossier-question-add = Add
dossier-question-remove = Remove
dossier-start = Begin the questioning
dossier-continue = Go on with the questioning
dossier-foot = The papers are studied before the oral. They stay at hand during the exchange.
dossier-conformity = Checking conformity is up to the academic authorities. A missing certificate never brings a penalty.
dossier-empty-title = The papers of this person were not added.
dossier-empty-text = Drop the candidate’s papers here (folder or ZIP), or choose them.
dossier-documents = Documents
dossier-findings = To check
dossier-identity = Read in the table: {$name}, No. {$number}
dossier-penalty-proposed = Penalty proposed: {$penalty}. It is decided at the Decision stage.
timer-next-short = Next phase
locked-sealed-short = Mark fixed
conciliation-open-go = Go on to settling
covering-missing = Missing from the file: {$pieces}
mark-free = No computed mark
interrogation-criteria = Assessment criteria
interrogation-components = Essential components
interrogation-situations = Professional situations
situations-covered = {$covered} covered, {$wanted} expected
level-waived = waived
level-not-here = This row has no level “{$level}”.
level-suggested = Suggested level: {$level} ({$seen} of {$total} seen)
row-waived = The candidate is excused from this row.
row-waived-why = Excused: {$reason}
criterion-waived = Not taken into account: {$text}
row-flagged = to come back to
row-critical = required
spread-nothing = Choose the level of this row first.
spread-none = Every row of this group has a level already.
consult = Consult
consult-back = Back
consult-modality = How it is assessed
consult-deliverables = Expected deliverables
outline-tab = {$number} · {$done}/{$total}
outline-done = {$done} of {$total}
outline-progress = {$title}: {$done} of {$total}
outline-row = Row {$row} of {$total}
blocs-done = Blocs gone through: {$done} of {$total}
dossier-zone-pieces = Papers
dossier-zone-tableau = Tableau de synthèse
dossier-zone-detail = Line and paper
dossier-tab-report = Reading
dossier-tab-report-count = Reading · { $count -> 
    [one] 1 thing to check
   *[other] { $count } things to check
}
dossier-coverage-checked = reading checked by the commission
dossier-question-keep = Keep
dossier-question-leave = Cancel
dossier-relabel = Not this paper? Say what it is.
access-untried = Address not tried
access-opened-at = Opened on {$day} at {$hour}
access-refused-at = Did not open on {$day} at {$hour}
access-opened = Opens
access-refused = Does not open
access-none = Not tried
dossier-no-line = No réalisation was read.
dossier-line = Line {$number}
dossier-line-new = New réalisation
dossier-line-add = Add a line
dossier-line-title = Réalisation
dossier-line-period = Period
dossier-line-section = Section
dossier-line-corrected = Corrected. Read: {$read}
dossier-line-written = Written by the commission.
dossier-line-read-at = Read at {$place}.
dossier-line-nothing-read = Nothing was read here.
dossier-line-aside = Set this line aside
dossier-line-remove = Take this line away
dossier-line-restore = Back to what was read
dossier-tick-was-read = Unticked by the commission. The tableau ticks it.
dossier-tick-was-not-read = Ticked by the commission. The tableau does not tick it.
report-counts = { $lines -> 
    [one] 1 réalisation read
   *[other] { $lines } réalisations read
}, { $ticks -> 
    [one] 1 tick.
   *[other] { $ticks } ticks.
}
report-nothing = Nothing to point out in this reading.
report-checked = The reading was compared with the original.
report-corrections = Corrections of the commission
report-restore = Back to what was read
correction-ticked = {$line}, {$column}: ticked.
correction-unticked = {$line}, {$column}: unticked.
correction-aside = {$line}: set aside, it does not count.
correction-added = {$line}: line added.
correction-title = {$line}: title “{$text}”.
correction-period = {$line}: period “{$text}”.
correction-section = {$line}: another section.
tick-text = “{$text}” at {$place} (text)
tick-fill = Colour of the cell at {$place}
tick-border = Diagonals of the cell at {$place}
tick-shape = Shape drawn at {$place}
tick-jury = Ticked by the commission
question-on = {$question} ({$realisation})
dossier-stranger = Is this the right dossier? {$finding}
hand-over-elsewhere = The column of {$member} is filled in another copy. Merge the copies once it is validated.
