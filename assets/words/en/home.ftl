### Welcome, new commission, incidents.

app-name = Délibéré
app-tagline = Grade an oral exam together, calmly.
home-new = New commission
home-new-detail = Grid, date, two members
home-open = Open a file…
home-open-detail = A commission file
home-open-path = Path of the file
home-open-go = Open
home-demo = Demonstration commission
home-demo-detail = Three fictional candidates, to tune in together before the first oral
home-recent = Recent commissions
home-no-mark = No mark is shown here
home-today = Today
home-resume = Resume
home-open-recent = Open
home-find = Find…
home-missing-file = File not found: {$path}
home-empty-title = No commission on this computer.
home-empty-text = Create today’s commission, or practise with the demonstration commission.
home-text-size = Text size
home-percent = {$scale}%
home-display = Display
home-display-clair = Light
home-display-sombre = Dark
home-display-contraste = High contrast
home-offline = Offline: no data leaves this computer.
home-grids = { $count ->
    [one] 1 grid installed: {$titles}
   *[other] {$count} grids installed: {$titles}
}
home-help = Help
home-subtitle = {$short}, exam {$exam}, session {$session}
home-commission = Commission {$number}

progress-started = { $count ->
    [one] 1 under way
   *[other] {$count} under way
}
progress-to-decide = { $count ->
    [one] 1 to decide
   *[other] {$count} to decide
}
progress-waiting = { $count ->
    [one] 1 to come
   *[other] {$count} to come
}
progress-sealed = { $count ->
    [one] 1 fixed
   *[other] {$count} fixed
}
progress-absent = { $count ->
    [one] 1 absence
   *[other] {$count} absences
}
progress-none = no candidate

new-title = New commission
new-grid = Grid
new-session = Session
new-number = Commission number
new-day = Day of the orals
new-day-hint = 03/06/2026
new-mode = Form of the exam
new-member = Member {$number}
new-member-hint = Title, first name and last name
new-ticking = Way of ticking
new-ticking-blind = Separate and blind
new-ticking-separate = Separate
new-ticking-common = Common
new-ticking-blind-detail = A column each, closed to the other until you have both validated.
new-ticking-separate-detail = A column each, open.
new-ticking-common-detail = A single column, ticked together.
new-file = File
new-choose-file = Choose…
new-create = Create the commission
new-cancel = Cancel
new-missing = Missing: {$what}
new-bad-day = This date does not exist. Write it like 03/06/2026.
new-file-name = commission-{$number}.delibere

resume-title = Nothing is lost
resume-text = The application stopped without being closed, on {$day} at {$hour}. Everything was found again, down to the last gesture.
resume-candidate = Candidate
resume-later = Stay on the welcome screen

incident-waiting = Nothing is lost: your work is kept on this computer.
incident-waiting-next = Plug the key in again or make room. You can go on grading.
incident-elsewhere = Save elsewhere…
incident-retry = Try again
incident-close = Close this message
dialog-close = Close
resume-file = Commission
incident-still = The file is still out of reach. Your work is kept on this computer.
resume-candidate-value = {$name}, No. {$number}
resume-last = Last action
resume-last-value = {$gesture}, at {$hours}:{$minutes}:{$seconds}
resume-timer = Timer
resume-timer-value = paused with {$remaining} left in “{$phase}”
resume-timer-none = not running
resume-go = Go on with {$name}
new-grid-file = Path of another grid file
new-grid-add = Add
new-file-name-unknown = commission.delibere
home-grids-entry = Grids
home-grids-detail = See, duplicate, make your own
new-grids = All the grids, make one
home-harmony = Harmonisation…
home-retention = Retention…
home-over = {$progress}. Its time is over: it may be erased
