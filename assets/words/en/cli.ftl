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
cli-grid-sound = {$path}: sound grid, {$counts}.
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
help-harmonise = Reads the fixed marks of several commissions together, and changes nothing
help-harmonise-files = Commission files, or folders that hold some
help-harmonise-xlsx = Also writes a workbook
help-harmonise-pdf = Also writes a report to print
help-harmonise-parquet = Also writes one line per fixed mark, without any name or number of candidates
help-purge = Lists the files whose time is over, and erases them when confirmed
help-purge-path = Folder, or file
help-purge-confirm = ERASE, to erase for good
help-purge-before-term = Also before the next session
help-purge-with-open = Also with marks that are not fixed
help-candidate-data = Writes all that a file keeps about one candidate
help-data-out = File to write (.json)
help-mark = Computes the mark that a profile proposes
help-grid = Installed grids and their check
help-grid-list = Lists the installed grids
help-grid-check = Checks grid files
help-dossier = Reads a candidate’s papers (folder or .zip)
help-tableau = Reads a summary table
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
help-profile = One level for each row of the grid, "-" for a row without level; or ROW=LEVEL, in any order
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
cli-grid-finding = {$path}: {$finding}
cli-grid-advice = - at {$place}: {$advice}
cli-grid-written = Grid written: {$path} ({$id})
cli-diff-none = Both grids say the same.
cli-diff-count = { $count ->
    [one] 1 difference.
   *[other] {$count} differences.
}
cli-exchange-refused = "{$path}": {$cause}
cli-exchange-line = - {$remark}
help-grid-show = Shows a grid: identity, rows, levels, rules, provenance
help-grid-show-json = The grid’s file, in its normal form
help-grid-diff = Compares two grids, place by place
help-grid-new = Writes a new grid, or the copy of another
help-grid-from = Grid to copy, installed or a file
help-grid-title = Title of the grid
help-grid-new-id = Stable name of the grid
help-grid-schema = Prints the JSON Schema of grid files
help-grid-import = Imports a CASE, Canvas or Moodle rubric, with the report of what was left out or assumed
help-grid-export = Exports a grid to CASE, Canvas or Moodle, with the report of what is not carried
help-format = Format of the foreign file
help-grid-out = Grid file to write
help-export-file = File to write
cli-level-twice = Row "{$name}" has two levels. Keep one.
