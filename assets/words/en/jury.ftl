### Sentences for the appreciation, time, forgotten codes, calibration.

comments-title = Sentences for the appreciation
comments-text = According to the settled levels. Enter puts the sentence at the end of the appreciation, Ctrl Z takes it back. You may then correct it.
comments-import = Take from a file…
comments-export = Save to a file…
comments-kind = Sentences (JSON)
comments-add = Add a sentence
comments-change = Change
comments-none = No sentence for this level.
comments-for = { $row }, { $level }
comments-hint = A sentence on the profile, never on the person
comments-remove = Take off the list
comments-cancel = Cancel
comments-keep = Keep this sentence
comments-yours = Your sentences stay on this laptop and serve all your commissions.
comments-close = Close
comments-inserted = Sentence put at the end of the appreciation.
comments-exported = Sentences saved in { $path }
comments-line = { $row } { $level }: { $text }
comments-misfit = Nothing was changed. The sentences of { $path } do not fit: { $misfit }
comments-not = Nothing was changed. { $path } is not a file of sentences: { $detail }
misfit-grid = they are made for the grid “{ $grid }”.
misfit-row = sentence { $place }, the grid has no row “{ $row }”.
misfit-level = sentence { $place }, the row has no level “{ $level }”.
misfit-empty = sentence { $place } is empty.
misfit-long = sentence { $place } is longer than { $most } characters.
misfit-many = there are more than { $most }.
decision-comments = Stock sentences…
command-comments = Stock sentences for the appreciation
help-comments = Sentences offered for the appreciation: list them, save them, take them from a file
help-comments-list = Lists the sentences of a grid
help-comments-export = Writes the sentences of a grid to a new file
help-comments-import = Adds the sentences of a file to yours
help-comments-grid = Grid of the sentences; the one named in the file when left out
help-comments-replace = Replaces your sentences instead of adding to them
comments-imported = { $count ->
    [0] No new sentence: you have them all.
    [one] 1 sentence added to yours.
   *[other] { $count } sentences added to yours.
}
comments-count = { $count ->
    [0] No sentence for this grid.
    [one] 1 sentence.
   *[other] { $count } sentences.
}
time-title = Time of the oral
time-hour = { $hours }:{ $minutes }:{ $seconds }
time-begun = Identity confirmed
time-started = Start: { $phase }
time-paused = Pause, no reason given
time-paused-why = Pause: { $reason }
time-resumed = Resumed
time-phase = Next phase: { $phase }
time-overrun = Time allotted over: { $phase }
time-finished = End of the oral
time-corrected = Times set by hand
time-spent = { $phase }: { $spent } of { $total }
time-spent-over = { $phase }: { $spent } of { $total }, { $over } over
time-empty = The chronometer was not used yet.
time-kept = This log comes from the commission’s journal. It protects the jury if a result is contested and measures nobody’s pace.
time-line = { "    " }{ $hour }  { $event }
time-total = { "    " }{ $spent }
pause-title = Reason of the pause
pause-technical = Technical incident
pause-unwell = Somebody felt unwell
pause-interrupted = Interruption from outside
pause-hint = Another reason, in a few words, then Enter
pause-stopped = Program stopped
timer-why = Reason…
timer-soon = Nearly over
command-time = Time of the oral, reason of a pause
help-show-time = Shows when each oral began, paused, resumed and ended
forgotten-open = Forgotten code…
forgotten-title = Forgotten code
forgotten-who = Who forgot their code? Nothing is lost: levels and notes stay as they are.
forgotten-reason = Reason
forgotten-hint = Forgotten since this morning
forgotten-next = Continue
forgotten-vouch = { $other } confirms with their own code that { $member } forgot theirs.
forgotten-nobody = Nobody remembers any code
forgotten-nobody-text = All the codes of the commission will be taken away. Columns will open without a code, and everybody will see it: the hour and the reason stay in the journal and on the commission’s screen.
forgotten-nobody-yes = Take the codes away
forgotten-new = { $member } types a new code of 4 digits.
forgotten-without = Go on without a code
forgotten-keep = Keep this code
forgotten-kept = This change is written in the journal, with the hour, the reason and who confirmed it.
forgotten-done = Code replaced. The reason is in the journal.
resets-link = Codes replaced: { $count }
resets-title = Codes replaced
resets-by = { $day }, { $hour }: code of { $member }, confirmed by { $by }. Reason: { $reason }
resets-alone = { $day }, { $hour }: code of { $member }, confirmed by no other member. Reason: { $reason }
gaps-same = { $count ->
    [0] no agreement
    [one] 1 agreement
   *[other] { $count } agreements
}
gaps-near = { $count ->
    [one] 1 gap of one level
   *[other] { $count } gaps of one level
}
gaps-wide = { $count ->
    [one] 1 gap of two levels or more
   *[other] { $count } gaps of two levels or more
}
exercise-title = Calibration exercise
exercise-tag = Exercise
exercise-open = Calibration exercise
exercise-back = Leave the exercise
exercise-recent = Exercise, commission { $number }
exercise-line = Calibration exercise: fictional persons, no mark counts.
exercise-no-summary = Nothing was written: this is a calibration exercise, it has no summary.
harmony-exercise = { $path } is a calibration exercise: it is not counted.
export-exercise = EXERCISE
export-exercise-notice = Calibration exercise: fictional person, of no value.
gaps-title = What the exercise shows
gaps-text = Row by row, the gap between your two readings of the grid. Begin with what is flagged: read the descriptors again together.
gaps-none = Gaps will show once both members have validated the same candidate.
gaps-open = Gaps
gaps-line = { "    " }{ $row }: { $gaps }
exercise-sheets = An exercise has no summary; its sheets bear “EXERCICE”.
exercise-no-list = This is an exercise, it keeps its fictional persons. Leave it to enter candidates.
