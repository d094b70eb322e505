### The commission and its candidates; the band.

commission-back = Welcome
commission-title = Commission {$number}
commission-subtitle = {$short}, exam {$exam}, session {$session}. {$members}
commission-subtitle-day = {$short}, exam {$exam}, session {$session}. {$day}. {$members}
commission-and = {$first} and {$second}
day-full = {$weekday} {$day}

saved-at = Saved at {$hour}
saved-waiting = Waiting to be written
saved-read-only = Read only
saved-sealed = Fixed at {$hour}
saved-tip = Everything is already saved, at {$hours}:{$minutes}:{$seconds}.
saved-nothing = Nothing to save yet.

now-started = {$name} is being questioned
now-resume = Resume the questioning
now-decide = {$name} is to be decided
now-decide-detail = { $count ->
    [0] No disagreement to settle.
    [one] 1 disagreement to settle.
   *[other] {$count} disagreements to settle.
}
now-decide-go = Decide
now-next = Next candidate: {$name}
now-next-at = At {$hour}, {$option}.
now-next-soon = {$option}
now-open = Open
now-done = Every mark is fixed
now-done-detail = Export the sheets, then put the file away with the papers of the jury.

filter-all = All {$count}
filter-started = Under way {$count}
filter-to-decide = To decide {$count}
filter-waiting = To come {$count}
filter-sealed = Fixed {$count}
filter-absent = Absent {$count}
commission-add = Add
commission-export = Export all…

column-passage = Time
column-candidate = Candidate
column-option = Option
column-durations = Durations
column-dossier = Papers
column-member = Member {$number}
column-status = Status
column-mark = Mark
dossier-conform = complete
dossier-none = to add
dossier-missing = { $count ->
    [one] 1 paper missing
   *[other] {$count} papers missing
}
dossier-to-decide = penalty to decide
member-validated = validated
member-progress = {$graded} of {$total}
none = –
mark-hidden = ••
status-waiting = to come
status-started = under way
status-to-decide = to decide
status-sealed = mark fixed
status-absent = absent
absent-at = established at {$hour}
action-open = Open
action-resume = Resume
action-decide = Decide
action-see = See
marks-hidden = Marks hidden
marks-visible = Marks visible
range = {$from} – {$to}
foot-choose = choose
foot-open = open
foot-absent = absent
foot-undo = undo

commission-empty-title = No candidate yet
commission-empty-text = Import the list received from the exam centre, or add a candidate by hand.
commission-empty-filter = No candidate in this list.

add-title = Add a candidate
add-title-correct = Correct {$name}
add-number = Candidate number
add-last-name = Last name
add-first-name = First name
add-option = Option
add-option-none = to be given
add-passage = Time of the oral
add-passage-hint = 10:15
add-minutes = Duration, {$phase} (minutes)
add-minutes-hint = 13 min 20
add-save = Add
add-correct = Correct
add-cancel = Cancel
add-bad-hour = Write the time like 10:15.
add-bad-minutes = Write the duration like 13 min 20 or 13:20.
add-missing = Number, last name and first name

confirm-title = Is this {$name}, No. {$number}?
confirm-text = Oral at {$hour}, option {$option}.
confirm-text-no-hour = Option {$option}.
confirm-yes = Yes, begin
confirm-no = Choose another candidate

absent-title = Establish the absence of {$name}?
absent-text = No mark will be fixed. You can take this back later.
absent-yes = Establish the absence
absent-no = Cancel
absent-back-title = Is {$name} here after all?
absent-back-text = The absence will be withdrawn. It stays in the history.
absent-back-yes = Withdraw the absence

band-back = Commission {$number}
band-number = No. {$number}
stage-dossier = Papers
stage-interrogation = Questioning
stage-conciliation = Settling
stage-decision = Decision
stage-sheets = Sheets

undone = Undone: {$gesture}
redone = Redone: {$gesture}
nothing-to-undo = Nothing to undo here.
nothing-to-redo = Nothing to redo here.
gesture-add = candidate {$number}
gesture-remove = removal of candidate {$number}
gesture-correct = correction of the identity
gesture-ticking = way of ticking
gesture-begin = beginning of the oral
gesture-absent = absence
gesture-dossier = papers
gesture-piece = state of a paper
gesture-question = prepared question
gesture-level = row {$row}, {$level}
gesture-level-cleared = row {$row}, level cleared
gesture-indicator = indicator, row {$row}
gesture-validate = validation
gesture-timer = timer
gesture-mark = mark {$mark}
gesture-mark-hidden = mark
gesture-mark-cleared = mark cleared
gesture-reason = reason
gesture-penalty = penalty “{$penalty}”
gesture-observation = observations, {$phase}
gesture-appreciation = appraisal
gesture-visa = visa
gesture-seal = mark fixed
gesture-reopen = decision reopened
gesture-lend = column lent to a copy, or taken back
gesture-settle = point settled between the two copies

handover-title = Your turn, {$member}
handover-text = The levels of {$other} are hidden. They stay so until you have both validated.
handover-text-open = Both columns are open.
handover-go = Open my column
handover-back = Back to {$member}
handover-candidate = {$name}, No. {$number}
neutral-title = {$name}
neutral-back = Back
now-started-detail = The oral or the grading is not finished.
gesture-level-veiled = level of row {$row}
commission-grid = See the grid
gesture-amend = correction of the tableau de synthèse
gesture-label = nature of a piece
gesture-access = access to the portfolio
commission-dossiers = Dossiers…
dossiers-title = Join the dossiers of the commission
dossiers-what = Choose the folder that holds those of the candidates, one per person (folders or ZIP files). Nothing is joined before you agree.
dossiers-path = Path of the folder
dossiers-pick = Choose…
dossiers-read = Read the dossiers
dossiers-reading = Reading the dossiers: {$done} of {$total}
dossiers-joined = { $count -> 
    [0] No dossier was joined.
    [one] 1 dossier joined.
   *[other] { $count } dossiers joined.
}
dossiers-by-number = known by the number
dossiers-by-name = known by the name
dossiers-by-jury = chosen by the commission
dossiers-counts = { $lines -> 
    [one] 1 réalisation
   *[other] { $lines } réalisations
}, { $uncovered -> 
    [0] all covered
    [one] 1 competency not covered
   *[other] { $uncovered } competencies not covered
}
dossiers-findings = { $count -> 
    [one] 1 to check
   *[other] { $count } to check
}
dossiers-unreadable = Cannot be read
dossiers-closed = {$name}: mark fixed
dossiers-has-one = {$name} has a dossier already
dossiers-ambiguous = Several people are possible
dossiers-nobody = Nobody of the list
dossiers-to-choose = To be given
dossiers-whose = Whose dossier is it?
dossiers-join = { $count -> 
    [0] Join
    [one] Join 1 dossier
   *[other] Join { $count } dossiers
}
dossiers-export = Export the table
dossiers-head-folder = Dossier
dossiers-head-person = Candidate
dossiers-head-portfolio = Portfolio
dossiers-head-tableau = Tableau
dossiers-head-attestation = Attestation
dossiers-head-counts = Reading
dossiers-head-findings = To check
dossiers-file = conformite-des-dossiers.csv
dossiers-written = Table written: {$path}
dossiers-perhaps = Perhaps {$name}
commission-tools = Tools
commission-copies = Two laptops…
commission-points = Points to settle…
commission-harmony = Harmonisation…
commission-data = One person’s data…
