### Refusals, findings and faults of a grid.

refusal-unknown-candidate = Nothing was changed: no candidate has the number {$number}.
refusal-number-taken = Nothing was changed: two candidates would have the number {$number}. Check the number.
refusal-nameless = Nothing was changed: a candidate has a number and a name. Complete them.
refusal-already-begun = Nothing was changed: the file or the oral of candidate {$number} has begun, so they stay on the list.
refusal-unknown-row = Nothing was changed: the grid has no row “{$name}”.
refusal-unknown-level = Nothing was changed: the grid has no level “{$name}”.
refusal-unknown-indicator = Nothing was changed: the grid has no indicator “{$name}”.
refusal-unknown-penalty = Nothing was changed: the grid has no penalty “{$name}”.
refusal-unknown-piece = Nothing was changed: the grid does not ask for a paper “{$name}”.
refusal-unknown-option = Nothing was changed: the grid has no option “{$name}”.
refusal-unknown-phase = Nothing was changed: the oral has no phase {$name}.
refusal-unknown-question = Nothing was changed: no prepared question is named “{$name}”.
refusal-unknown-member = Nothing was changed: the commission has no member {$name}.
refusal-members-gesture = Nothing was changed: a member does this, not the commission.
refusal-commissions-gesture = Nothing was changed: the commission does this, not one member alone.
refusal-already-ticked = Nothing was changed: the way of ticking no longer changes after the first tick.
refusal-validated = Nothing was changed: these levels are validated. Reopen them to correct them.
refusal-incomplete = { $missing ->
    [one] Nothing was changed: 1 level is still missing before you can validate.
   *[other] Nothing was changed: {$missing} levels are still missing before you can validate.
}
refusal-columns-open = Nothing was changed: both columns are open and can no longer be taken back. The commission chooses when it settles.
refusal-not-all-validated = Nothing was changed: the two members have not both validated yet. The columns will open together.
refusal-sealed = Nothing was changed: the mark is fixed. To correct it, reopen the decision.
refusal-not-sealed = Nothing was changed: the mark is not fixed, so there is nothing to reopen.
refusal-absent = Nothing was changed: the absence was established. Take that back first.
refusal-mark-range = From 0 to {$most}, in steps of {$step}.
refusal-not-ready = { $missing ->
    [one] Nothing was changed: one thing is still missing before the mark can be fixed.
   *[other] Nothing was changed: {$missing} things are still missing before the mark can be fixed.
}
refusal-reason-missing = Nothing was changed: give the reason.
refusal-text-too-long = Nothing was changed: this text is longer than {$most} characters. Shorten it.
refusal-column-elsewhere = Nothing was changed: the column of member {$member} is filled in their own copy. Open that copy, or take the column back into the commission’s file.
refusal-unaware = the other copy had changed the decision meanwhile
refusal-nothing-to-settle = Nothing was changed: nothing clashes there, or neither copy holds this value.

missing-conflicts = { $count ->
    [one] 1 point to settle between the two copies
   *[other] {$count} points to settle between the two copies
}
missing-validation = {$member} has not validated yet
missing-validation-common = Levels to validate
missing-disagreements = { $count ->
    [one] 1 disagreement to settle: {$rows}
   *[other] {$count} disagreements to settle: {$rows}
}
missing-levels = { $count ->
    [one] 1 level is missing: {$rows}
   *[other] {$count} levels are missing: {$rows}
}
missing-mark = Mark of the commission
missing-reason = Reason for the mark
missing-penalties = { $count ->
    [one] 1 penalty to decide
   *[other] {$count} penalties to decide
}
missing-coverage = Gap in coverage to mention: {$rows}
missing-visa = Visa of {$member}

sum-minus = {$left} − {$right}
sum-equals = {$left} = {$right}
remark-floored = {$sum}: the final mark does not go below 0.
remark-crossed = {$sum}: the penalty takes it below {$threshold}.
remark-at = {$sum}, at the threshold of {$threshold}
remark-below = {$sum}: half a point below the threshold of {$threshold}.

piece-portfolio-site = Portfolio, website
piece-portfolio-pdf = Portfolio, PDF
piece-portfolio-address = Portfolio, address
piece-tableau = Summary table
piece-attestation = Certificate
piece-other = Other document

fault-duplicate = the name “{$name}” stands twice. Give each one a different name.
fault-unknown = nothing bears the name “{$name}”. Correct the name or add the item.
fault-empty = the text is empty. Write it or remove the item.
fault-nothing-listed = the list is empty. Add at least one item.
fault-too-many = the list has more than {$most} items. Shorten it.
fault-value-range = the value {$value} is not allowed here. Give a number between 0 and 1, or points, never negative (0; 0.5; 1; 2).
fault-not-positive = {$value} must be greater than 0. Correct the number.
fault-negative-weight = the weight {$value} is negative. Give a weight of 0 or more.
fault-weights-zero = all weights are zero, so no mark can be proposed. Give a weight to one row at least.
fault-no-value = no level has a value. Give a “value” to one level at least.
fault-span = this text covers aspects that do not exist. Correct “aspect” or “span”.
fault-cell-twice = two texts of the same level cover the same aspect. Remove one of them.
fault-cell-missing = the level “{$level}” has no text for this aspect. Add it.
fault-short-too-long = the short title has {$length} characters. Shorten it to 24.
share-label = {$count} {$name}
product = {$left} × {$right}
rounding-none = Not rounded.
rounding-half = half point
rounding-step = step of {$step}
rounding-nearest = Rounded to the nearest {$step}, once, {$when}.
rounding-up = Rounded up to the next {$step}, once, {$when}.
rounding-down = Rounded down to the previous {$step}, once, {$when}.
explain-incomplete = { $count ->
    [one] No proposal: 1 row has no level ({$rows}).
   *[other] No proposal: {$count} rows have no level ({$rows}).
}
explain-share = {$label}: {$product} = {$points}
explain-outside = {$label}: outside the scale, two readings
explain-only = Mean: {$sum}, that is {$rounded}
explain-zero = Counted as 0: {$sum}, that is {$rounded}
explain-neutral = Left aside: {$sum}, that is {$rounded}
explain-neutral-undefined = Left aside: undefined, no row can be assessed
explain-policy-zero = Reading proposed by the grid: counted as 0
explain-policy-neutral = Reading proposed by the grid: left aside
explain-note = Mark before penalties: {$mark}
explain-penalty = {$label}: {$points}
explain-final = Final mark: {$mark}
explain-final-floored = Final mark: {$mark} (it does not go below {$floor})
sum-alone = {$left}, no penalty
fault-level-order = the values of the levels do not all go the same way. Sort the levels from lowest to highest, or the reverse.
fault-weights-not-one = the weights add up to {$sum}, not 1. Correct a weight (a fraction is written "1/3"), or set “mark.relative” to true if they are not shares.
fault-too-deep = more than {$most} sections are nested. Group them.
fault-no-outcome = the grid gives neither a mark nor a decision. Add “decision”, or a formula other than “decision” in “mark”.
fault-interval = the bounds are the wrong way round or empty. Write the lowest before the highest.
fault-unreachable = no candidate can meet this condition. Lower it or remove it.
refusal-unknown-section = The grid has no bloc “{$name}” to decide.
refusal-amount-range = These points are outside what the grid allows.
refusal-no-mark = This exam gives no mark: the blocs decide.
missing-rulings = { $count ->
    [one] One bloc is still to decide: {$sections}
   *[other] {$count} blocs are still to decide: {$sections}
}
missing-comment = The appreciation is due under {$below}
gesture-flag = row {$row} to come back to
gesture-waiver = waiver on row {$row}
gesture-bonus = points added
gesture-ruling = ruling on “{$section}”
rounding-when-section = for each part
rounding-when-proposal = before penalties
rounding-when-final = after penalties
explain-free = The grid computes no mark: it is the commission’s to write.
explain-share-mixed = {$label}: {$points}
explain-section = {$title}: {$mark} × {$share} = {$points}
explain-section-out = {$title}: outside the sums, nothing is assessed in it
explain-policy-ask = The grid leaves the choice between the two readings to the commission
explain-policy-block = The grid proposes nothing while a row is not assessable
explain-bonus = {$label}: {$points}
explain-coverage = No proposal: {$share} of the weights assessed, {$least} needed
fault-needs-mark = this needs a mark, which the grid does not give. Choose a formula in “mark”, or remove this.
fault-needs-sections = this needs sections, and the grid has none. Put the rows in sections, or remove it.
sum-over = {$left} ÷ {$right}
sum-plus = {$left} + {$right}
explain-decision-only = This exam gives no mark: each bloc is decided by itself.
explain-bounds = The grid keeps the mark between {$least} and {$most}.
explain-bloc = {$title}: {$word} ({$counts})
explain-bloc-pending = {$title}: undecided, {$graded} rows of {$rows} have a level
explain-outcome = The grid proposes: {$word}
explain-to-prove = Still to prove: {$rows}
bloc-acquired = { $count ->
    [one] {$count} acquired of {$rows}
   *[other] {$count} acquired of {$rows}
}
bloc-partly = { $count ->
    [one] {$count} in part
   *[other] {$count} in part
}
bloc-refused = { $count ->
    [one] {$count} not acquired
   *[other] {$count} not acquired
}
bloc-out = { $count ->
    [one] {$count} not assessed
   *[other] {$count} not assessed
}
bloc-waived = { $count ->
    [one] {$count} waived
   *[other] {$count} waived
}
verdict-pending = to be decided
verdict-partial = {$verdict} ({$sections})
explain-nothing = No proposal: nothing could be assessed
explain-only-sum = Sum: {$sum}, that is {$rounded}
explain-missing = { $count ->
    [one] 1 row has no level: {$rows}
   *[other] {$count} rows have no level: {$rows}
}
refusal-unknown-paper = Nothing was changed: the dossier has no such piece or line.
