### Two copies of a commission: a member's copy, the merge, what is to be settled.

merge-error-torn = Nothing was changed: “{$path}” stops in the middle of a line. Copy it again from the laptop it comes from. After a power failure, open it on this laptop first, then try again.
merge-error-broken = Nothing was changed: “{$path}” was altered (line {$line}: {$cause}). Copy it again from the laptop it comes from.
merge-error-waiting = Nothing was changed: gestures of “{$path}” are still kept on this laptop. Open that file to put them back, then try again.
merge-error-other = Nothing was changed: “{$path}” cannot be used as it is. {$detail}
merge-error-mismatch = Nothing was changed: “{$first}” and “{$second}” are not two copies of the same commission.
merge-error-parted = Nothing was changed: since {$since}, “{$first}” and “{$second}” tell two different stories of the same file. An old copy took its place on this laptop, then was continued. Keep both files, choose the one to go by and make the gestures of the other again.
merge-error-copy-of-copy = Nothing was changed: “{$path}” is a member’s copy already. Copies are made from the commission’s file.
merge-error-lent = Nothing was changed: member {$member} has a copy already. If it is lost, add --again to make another.

difference-document = Each was created by itself. The second laptop starts from a copy of the commission’s file (“Two laptops”, or delibere copy), never from a new commission.
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
copies-title = Two laptops
copies-foot = Files travel on a key. Nothing is lost by joining them, in any order and as many times as one likes.
copies-make = Give a member their copy
copies-make-text = Their column is then filled in their copy, on their laptop, and nowhere else.
copies-is-copy = This file is the copy of {$member}. Bring it back to the commission’s laptop to join it there; copies are made from there.
copies-here = Their column is filled in this file.
copies-lent = Their column is filled in their copy.
copies-make-one = Make their copy…
copies-make-again = Make their copy again…
copies-again-text = Only if their copy is lost or damaged: the new one takes its place, and the former one no longer fills their column.
copies-path = File of the copy, on a key for instance
copies-make-go = Make the copy
copies-make-title = Make a member’s copy
copies-join-title = Choose the copy received
copies-file-name = commission-{$number}-member-{$member}
copies-back = Take their column back here…
copies-back-text = The column of {$member} will be filled in this file again. What their copy holds is not lost: join it first if you have it.
copies-back-go = Take the column back
copies-join = Join a copy received
copies-join-text = You first see what it brings. Nothing changes before “Join”.
copies-received = Path of the copy received
copies-look = See what it brings
copies-drop = Or drop the received file here.
copies-whose = Copy of {$member}
copies-of-commission = File of the commission
copies-nothing-new = Nothing new: all it holds is in this file already.
copies-will-come = What will be added to this file:
copies-arrival = { $count ->
    [one] {$who}: 1 gesture, {$on}, {$span}
   *[other] {$who}: {$count} gestures, {$on}, {$span}
}
copies-join-go = Join
copies-joined = Joined. This file now holds both copies.
copies-settle = See the points to settle
settling-title = Points to settle
settling-count = { $count ->
    [0] No point waits for your choice.
    [one] 1 point waits for your choice. The mark concerned is not fixed before.
   *[other] {$count} points wait for your choice. The marks concerned are not fixed before.
}
settling-text = Both copies filled this field, each on its side. The commission chooses; the other value stays in the history.
settling-closed = This column is still closed: its values are not shown. The point is settled once both members have validated.
settling-elsewhere = This point is settled by fixing or reopening the decision.
settling-late = This came after the mark was fixed, and the mark does not change. To take it into account, reopen the decision.
settling-decide = See the decision
settling-retain = Retain
settling-in-place = What is in place
settling-held = In place until you choose
settling-by = {$who}, on {$day} at {$hour}, {$place}
settling-at-home = in the commission’s file
settling-on-copy = in the copy of {$member}
settling-on-a-copy = in a copy
settling-done = Settled: {$field}, {$value}
settling-nothing = Nothing left to settle
settling-nothing-text = The joined copies say the same.
settling-hint-choose = another point
settling-hint-settle = retain
settling-open = { $count ->
    [one] 1 point to settle between the copies. The mark concerned is not fixed before.
   *[other] {$count} points to settle between the copies. The marks concerned are not fixed before.
}
settling-open-late = { $count ->
    [one] 1 change came after a mark was fixed. The mark does not change.
   *[other] {$count} changes came after marks were fixed. The marks do not change.
}
settling-go = Settle
settling-see = See
settling-of-candidate = { $count ->
    [one] 1 point to settle
   *[other] {$count} points to settle
}
settling-late-of = { $count ->
    [one] 1 late change
   *[other] {$count} late changes
}
copies-candidates = { $count ->
    [one] 1 candidate
   *[other] {$count} candidates
}
copies-span = on {$day}, from {$from} to {$to}
copies-span-days = from {$day} at {$from} to {$end} at {$to}
copies-span-instant = on {$day} at {$from}
