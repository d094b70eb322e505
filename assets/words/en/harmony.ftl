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
