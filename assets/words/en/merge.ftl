### Two copies of a commission: a member's copy, the merge, what is to be settled.

merge-error-torn = Nothing was changed: “{$path}” stops in the middle of a line. Copy it again from the laptop it comes from. After a power failure, open it on this laptop first, then try again.
merge-error-broken = Nothing was changed: “{$path}” was altered (line {$line}: {$cause}). Copy it again from the laptop it comes from.
merge-error-waiting = Nothing was changed: gestures of “{$path}” are still kept on this laptop. Open that file to put them back, then try again.
merge-error-other = Nothing was changed: “{$path}” cannot be used as it is. {$detail}
merge-error-mismatch = Nothing was changed: “{$first}” and “{$second}” are not two copies of the same commission.
merge-error-parted = Nothing was changed: since {$since}, “{$first}” and “{$second}” tell two different stories of the same file. An old copy took its place on this laptop, then was continued. Keep both files, choose the one to go by and make the gestures of the other again.
merge-error-copy-of-copy = Nothing was changed: “{$path}” is a member’s copy already. Copies are made from the commission’s file.
merge-error-lent = Nothing was changed: member {$member} has a copy already. If it is lost, add --again to make another.

difference-document = Each was created by itself. The second laptop starts from a copy of the commission’s file (delibere copy), never from a new commission.
difference-grid = Different grids: “{$first}” and “{$second}”.
difference-rows = Different rows of the grid: {$rows}.
difference-grid-text = The same grid, but its points or its texts differ.
difference-session = Different sessions: {$first} and {$second}.
difference-number = Different commissions: {$first} and {$second}.
difference-members = Different members: {$first}; {$second}.
difference-roster = Candidates on one side only: {$first}; {$second}.
difference-roster-none = none
difference-terms = Different form, way of ticking or day.

merge-done = { $count ->
    [one] “{$path}” brings 1 gesture together.
   *[other] “{$path}” brings {$count} gestures together.
}
merge-same = Nothing new: these files say the same already.
merge-brought = Brought by “{$path}”:
merge-brought-nothing = Brought by “{$path}”: nothing new.
merge-arrival = { $count ->
    [one] - {$who}, {$candidate}: 1 gesture, at {$first}
   *[other] - {$who}, {$candidate}: {$count} gestures, from {$first} to {$last}
}
merge-whole = the whole commission
merge-the-commission = the commission
merge-conflicts = { $count ->
    [one] 1 point to settle. The mark is not fixed before.
   *[other] {$count} points to settle. The marks concerned are not fixed before.
}
merge-late = { $count ->
    [one] 1 field changed in a copy after the mark was fixed. The fixed mark does not change. To take it into account, reopen the decision.
   *[other] {$count} fields changed in a copy after the mark was fixed. The fixed marks do not change. To take them into account, reopen the decisions.
}
merge-conflict = - {$candidate}, {$field}:
merge-side = { $held ->
    [yes] {"  "}{$value} ({$who}, {$when}), in place until you choose
   *[no] {"  "}{$value} ({$who}, {$when})
}
merge-lapsed = Visa to be given again: {$member}, for {$candidate}. The decision has changed.
merge-copy-made = Copy of {$member}: {$path}. Their column is filled in that copy from now on.
merge-taken-back = The column of {$member} is filled in this file again.

slot-roster = entry on the list
slot-ticking = way of ticking
slot-begun = beginning of the oral
slot-absent = absence
slot-dossier = papers
slot-piece = paper “{$name}”
slot-question = prepared question
slot-level = level of row {$row}, column of {$who}
slot-indicator = indicator of row {$row}, column of {$who}
slot-validated = validation of {$who}
slot-timer = chronometer
slot-mark = mark of the commission
slot-reason = reason of the mark
slot-penalty = penalty “{$name}”
slot-flag = row {$row} to dig into, column of {$who}
slot-waived-row = waiver of row {$row}
slot-waived-indicator = waiver of a criterion of row {$row}
slot-bonus = points added
slot-ruling = decision on “{$name}”
slot-amount = amount of the penalty “{$name}”
slot-observation = observations, {$phase}
slot-appreciation = appreciation
slot-visa = visa
slot-seal = fixing of the mark

value-nothing = nothing
value-hidden = value hidden while the column is closed
value-yes = yes
value-no = no
value-removed = taken off the list
value-listed = {$name}, number {$number}
value-listed-at = {$name}, number {$number}, at {$hour}
value-common = together
value-separate = separate
value-blind = separate, blind
value-as-all = as the commission
value-joined = papers joined
value-conform = conform
value-missing = missing
value-asked = asked
value-not-asked = not asked
value-seen = seen
value-partly = partly
value-unseen = not seen
value-timer = phase {$phase}, {$time} in all
value-sealed = mark fixed
value-reopened = decision reopened
value-text = “{$text}”
slot-moved = move to another commission
slot-amended = correction of the tableau de synthèse
slot-label = nature of “{$path}”
slot-access = access to “{$address}”
