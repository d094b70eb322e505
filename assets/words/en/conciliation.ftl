### Settling.

conciliation-summary = { $count ->
    [one] 1 disagreement in {$total} rows
   *[other] {$count} disagreements in {$total} rows
}
conciliation-progress = Settled: {$settled}, to settle: {$open}
conciliation-open = Both members have validated: the columns are open.
conciliation-next = Next disagreement
conciliation-agreement = agreement
conciliation-settled = retained
conciliation-waiting = to settle
conciliation-gap = { $steps ->
    [one] 1 level apart
   *[other] {$steps} levels apart: discuss before choosing
}
conciliation-off-scale = Off the scale for one of you: discuss before choosing
conciliation-indicators = { $count ->
    [one] 1 differing observation
   *[other] {$count} differing observations
}
conciliation-level = Level of the commission
conciliation-retain = Retain
conciliation-no-mean = No mean is made: the commission chooses one level a row.
conciliation-go = Go on to the decision
conciliation-go-left = { $count ->
    [one] Go on to the decision: 1 row left
   *[other] Go on to the decision: {$count} rows left
}
conciliation-none = { $total ->
    [one] No disagreement: the level is the same.
   *[other] No disagreement: the {$total} levels are the same.
}
conciliation-wait = {$member} has not validated yet. The columns will open together.
conciliation-common = The levels were ticked together: nothing to settle.
conciliation-common-wait = The levels are not validated yet.
conciliation-realisations = { $count ->
    [one] See the achievement
   *[other] See the {$count} achievements
}
conciliation-not-seen = –
conciliation-agreeing-show = { $count ->
    [one] Show the row in agreement
   *[other] Show the {$count} rows in agreement
}
conciliation-agreeing-hide = { $count ->
    [one] Fold the row in agreement
   *[other] Fold the {$count} rows in agreement
}
