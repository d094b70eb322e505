### Harmonisation: what fixed marks say when read together, and what they do not say.

harmony-unreadable = Not counted. {$cause}
harmony-unsound = Not counted: “{$path}”. {$cause}
harmony-twice = Counted once: “{$path}” is another copy of a commission already read.
harmony-nothing-sealed = “{$path}” has no fixed mark yet.
harmony-open = { $count ->
    [one] “{$path}”: 1 mark is not fixed yet and is not counted.
   *[other] “{$path}”: {$count} marks are not fixed yet and are not counted.
}
harmony-same-number = “{$path}” bears the same number of commission as another file ({$number}). They are counted apart.
harmony-none = –
harmony-share = {$percent}%
harmony-head = { $commissions ->
    [one] {$short}, exam {$exam}, session {$session}: 1 commission, {$sealed} fixed marks
   *[other] {$short}, exam {$exam}, session {$session}: {$commissions} commissions, {$sealed} fixed marks
}
harmony-marks = { $count ->
    [0] no mark
    [one] 1 mark: {$mean}
   *[other] {$count} marks: mean {$mean}, median {$median}, from {$least} to {$most}, standard deviation {$population} (of these marks), {$sample} (estimated, n − 1)
}
harmony-part = - Commission {$number}, {$marks}. Gap to the whole: {$points}. {$caution}
harmony-gap-none = No mark to compare.
harmony-gap-few = { $count ->
    [one] 1 mark only: too few to compare.
   *[other] {$count} marks only: too few to compare.
}
harmony-gap-chance = { $count ->
    [one] With 1 mark, chance among candidates is enough to explain it.
   *[other] With {$count} marks, chance among candidates is enough to explain it.
}
harmony-gap-wide = { $count ->
    [one] With 1 mark, chance alone hardly explains it: to be looked at together.
   *[other] With {$count} marks, chance alone hardly explains it: to be looked at together.
}
harmony-widest = Between the highest and the lowest mean, among commissions of at least 5 marks: {$points}
harmony-level = {$level} {$count} ({$share})
harmony-row = {$row}: {$levels}
harmony-coherence = Marks and profiles: {$same} equal to the proposal, {$between} between the two readings, {$above} above, {$below} below, {$without} without proposal. Mean gap: {$mean}
harmony-foot = These figures feed the exchange between commissions. They change no mark and measure neither time, nor pace, nor persons.
harmony-nothing = No fixed mark yet.
harmony-one-grid = Nothing was written: these files come from different grids. Run the command for each of them.
harmony-written = Written: {$path}
harmony-no-parquet = This version of the program was built without Parquet. Nothing was written.
harmony-heading = Harmonisation
harmony-title = Harmonisation: {$short}, exam {$exam}, session {$session}
harmony-all = All
harmony-more = { $count ->
    [one] And 1 more commission, in the workbook.
   *[other] And {$count} more commissions, in the workbook.
}
harmony-sheet-commissions = Commissions
harmony-sheet-marks = Final marks
harmony-sheet-rows = Levels by row
harmony-sheet-coherence = Marks and profiles
harmony-column-commission = Commission
harmony-column-candidates = On the list
harmony-column-absent = Absent
harmony-column-count = Marks
harmony-column-mean = Mean
harmony-column-median = Median
harmony-column-least = Lowest
harmony-column-most = Highest
harmony-column-population = Standard deviation (n)
harmony-column-sample = Standard deviation (n − 1)
harmony-column-gap = Gap to the whole
harmony-column-chance = Two standard errors
harmony-column-caution = To be read with
harmony-column-mark = Final mark
harmony-column-share = Share
harmony-column-row = Row
harmony-column-same = Equal to the proposal
harmony-column-between = Between the two readings
harmony-column-above = Above
harmony-column-below = Below
harmony-column-without = Without proposal
harmony-column-gap-mean = Mean gap to the proposal
harmony-add = Add results…
harmony-export = Export…
harmony-path = Path of a commission’s file or of a folder
harmony-read = Read
harmony-files = Choose files…
harmony-folder = Choose a folder…
harmony-drop = Or drop the commissions’ files here. They are read, never changed.
harmony-xlsx = Workbook (XLSX)
harmony-pdf = Report (PDF)
harmony-file-name = harmonisation-{$session}.{$extension}
harmony-reading = Reading: {$done} files of {$total}
harmony-stopped = { $count ->
    [one] Reading stopped: 1 file was not read. These figures are those of the others.
   *[other] Reading stopped: {$count} files were not read. These figures are those of the others.
}
harmony-findings = { $out ->
    [0] To know of the files: {$count} remarks. All of them are counted.
    [one] To know: {$count} remarks, among them 1 file that is not counted.
   *[other] To know: {$count} remarks, among them {$out} files that are not counted.
}
harmony-findings-show = Show the list
harmony-findings-hide = Fold the list
harmony-exam = {$short}, {$exam}, session {$session}
harmony-nothing-text = Add the files of the commissions to compare. Charts appear from 5 marks on.
harmony-untouched = Files are read on this laptop and never changed.
harmony-one = commission {$number}
harmony-listed = commissions {$numbers} and {$last}
harmony-counted = { $count ->
    [one] {$count} commission
   *[other] {$count} commissions
}
harmony-heading-marks = { $count ->
    [one] 1 fixed mark, {$commissions}. Median {$median}, mean {$mean}
   *[other] {$count} fixed marks, {$commissions}. Median {$median}, mean {$mean}
}
harmony-heading-sealed = { $count ->
    [0] No fixed decision, {$commissions}
    [one] 1 fixed decision, {$commissions}
   *[other] {$count} fixed decisions, {$commissions}
}
harmony-or = {$levels} or {$last}
harmony-upper = {$levels}, by commission
harmony-together = Candidates, commissions together
harmony-lowest = Lowest
harmony-highest = Highest
harmony-fraction = {$good}/{$of}
harmony-named = {$share} ({$number})
harmony-rows = Levels by row of the grid
harmony-parts = By commission
harmony-legend-mark = one mark
harmony-legend-median = median
harmony-own = , yours
harmony-part-marks = { $count ->
    [one] 1 mark, {$least}
   *[other] {$count} marks, median {$median}, from {$least} to {$most}
}
harmony-part-sealed = { $count ->
    [0] no fixed decision
    [one] 1 fixed decision
   *[other] {$count} fixed decisions
}
harmony-part-gap = Gap to the whole: {$points}. {$caution}
harmony-reached = { $count ->
    [one] {$reached} mark of 1 at {$threshold} or more
   *[other] {$reached} marks of {$count} at {$threshold} or more
}
harmony-threshold = threshold of {$mark}
harmony-few = Not enough marks for a chart ({$few} at least).
harmony-blocs = Blocs acquired
harmony-no-marks = This exam gives no mark: here is what the commissions ruled bloc by bloc.
harmony-bloc = { $count ->
    [0] no ruling
    [one] {$acquired} acquired of 1
   *[other] {$acquired} acquired of {$count}
}
harmony-bloc-short = {$name}: {$acquired} acquired of {$of}
harmony-wide-share = {$good} of {$of}
harmony-wide-own = {$share} in your commission
harmony-wide-other = {$share} in commission {$number}
harmony-wide = { $chance ->
    [yes] Row {$row}: {$low}, {$high}. To be discussed. With so few candidates, chance may be enough.
   *[no] Row {$row}: {$low}, {$high}. To be discussed.
}
harmony-wide-more = { $count ->
    [one] And 1 other row, flagged in the table.
   *[other] And {$count} other rows, flagged in the table.
}
harmony-deviations = { $count ->
    [one] A single mark: no standard deviation.
   *[other] Standard deviation {$population} of these marks, {$sample} estimated (n − 1)
}
