### Decision.

decision-profile = Profile fixed by the commission
decision-proposal = Mark proposed by the computation
decision-visible = visible
decision-masked = hidden
decision-masked-text = The proposed mark is hidden. Press M to see it.
decision-readings = { $count ->
    [one] 1 reading
   *[other] {$count} readings
}
decision-zero = Counted as 0
decision-neutral = Left aside
decision-only = Mean of the rows
decision-neutral-none = undefined
decision-neutral-why = no row can be assessed
decision-retain = Retain {$mark}
decision-note = Mark of the commission
decision-before = before penalties
decision-out-of = / {$most}
decision-between = Between the two readings: give the reason.
decision-departs = { $points ->
    [one] {$shown} point away from the proposed mark: give the reason.
   *[other] {$shown} points away from the proposed mark: give the reason.
}
decision-reason-hint = Reason
decision-penalties = Penalties that the grid provides for
decision-penalty-present = Papers: {$piece}, present. Not proposed.
decision-penalty-absent = Papers: {$piece}, missing. Proposed.
decision-penalty-unknown = The papers were not added. To be decided.
decision-penalty-retain = Retain
decision-penalty-drop = Do not retain
decision-final = Final mark
decision-sheet = Sheet for the candidate
decision-communicable = May be communicated
decision-part = Part {$number}: {$phase}
decision-appreciation = Appraisal
decision-coverage-present = The mention of the coverage gap, which is required, is there.
decision-coverage-missing = The mention of the coverage gap is missing.
decision-insert = Insert the mention
decision-insert-conformity = Insert: environment not conform
decision-before-seal = Before fixing
decision-visas = Visas
decision-visa-at = {$member}, at {$hour}
decision-visa-give = Give my visa
decision-visa-take = Withdraw
decision-seal = Fix the mark
decision-ready = Everything is ready
decision-wait = The decision opens when the {$total} levels of the commission exist. Missing: {$left}.
done-levels = { $count ->
    [one] 1 level fixed
   *[other] {$count} levels fixed
}
done-disagreements = { $count ->
    [0] No disagreement
    [one] 1 disagreement settled
   *[other] {$count} disagreements settled
}
done-mark = Mark and reason
done-penalties = { $count ->
    [one] 1 penalty decided
   *[other] {$count} penalties decided
}
done-coverage = Coverage gap mentioned
done-visa = Visa of {$member}
todo-levels = Levels to fix
todo-disagreements = { $count ->
    [one] 1 disagreement to settle
   *[other] {$count} disagreements to settle
}
todo-mark = Mark to write
todo-reason = Reason to write
todo-penalties = { $count ->
    [one] 1 penalty to decide
   *[other] {$count} penalties to decide
}
todo-coverage = Coverage gap to mention

seal-title = Fix the mark of {$name} at {$mark} out of {$most}?
seal-text = Mark {$mark}, no penalty.
seal-text-penalties = Mark {$mark}, penalty of {$points} points for {$causes}.
seal-notes = The personal notes of both members will be erased.
seal-no = Back
seal-yes = Fix the mark
reopen-title = Reopen the decision of {$name}?
reopen-text = The fixed mark, {$mark} out of {$most}, stays in the history. Give the reason: it will be dated.
reopen-no = Cancel
reopen-yes = Reopen
decision-proposed = {$reading}, proposed
decision-left = { $count ->
    [one] 1 thing missing
   *[other] {$count} things missing
}
done-mark-alone = Mark
decision-departs-masked = Departs from the proposed mark: give the reason.
decision-same = Every row could be assessed: both readings give the same mark.
seal-title-verdict = Fix the decision for {$name}: {$verdict}?
seal-text-verdict = The sheets can then be printed. Reopening will need a reason.
reopen-text-verdict = The decision that was fixed (“{$verdict}”) stays in the journal. Say why it is reopened.
waiver-title = Excuse the candidate?
waiver-text = What is waived leaves the sums and the decision. The reason stays in the journal and on the jury’s sheet; write nothing medical.
waiver-row = The whole row
waiver-criterion = This criterion alone
waiver-hint = Reason: arrangement notified on…
waiver-no = Change nothing
waiver-back = Take the waiver back
waiver-yes = Excuse
decision-bonus-most = {$most} at most
decision-amount-between = {$least} to {$most}
decision-amount-free = points
decision-ruling-departs = A ruling departs from the levels: say why.
decision-rule-all = All as proposed
decision-blocs = Ruling by bloc
decision-whole = Overall verdict
decision-bloc-counts = {$acquired} acquired, {$partly} partly, {$refused} not acquired, of {$total}
decision-bloc-waived = { $count ->
    [one] 1 waiver
   *[other] {$count} waivers
}
decision-bloc-proposed = The levels propose: {$verdict}
decision-bloc-mark = Mean of the bloc: {$mark} out of {$most}
decision-to-prove = Still to be proven: {$rows}
decision-section-out = outside the sums
done-rulings = { $count ->
    [one] 1 bloc ruled on
   *[other] {$count} blocs ruled on
}
todo-rulings = { $count ->
    [one] One bloc to rule on
   *[other] {$count} blocs to rule on
}
todo-comment = Appreciation due under {$below}
decision-seal-verdict = Fix the decision
decision-penalty-inaccessible = Dossier: {$piece}, its address does not open. Proposed.
decision-penalty-untried = Dossier: {$piece}, its address was not tried. To decide.
