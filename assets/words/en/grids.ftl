### Grids: what they are, the list, their parts.
formula-weighted = Out of {$most}, mean of the rows by their weights.
formula-points = Out of {$most}, points obtained over points possible.
formula-points-from-lowest = Out of {$most}, points above the lowest over points possible.
formula-none = Out of {$most}, nothing computed: the commission writes the mark.
stage-proposal = The proposed mark, before penalties
stage-section = The mark of each section
stage-final = The final mark, after penalties
grid-part-identity = Identity
grid-part-levels = Levels
grid-part-rubric = Level descriptors
grid-part-section-untitled = Untitled section
grid-part-row-untitled = untitled row
grid-part-row = {$number}. {$title}
grid-part-mark = Mark
grid-part-decision = Decision
grid-part-penalties = Penalties
grid-part-bonus = Bonus
grid-part-alerts = Comments and suggestions
grid-part-phases = Phases
grid-part-members = Commission
grid-part-pieces = Papers of the dossier
grid-part-texts = Texts of the sheets
grid-part-reference = For reference
grid-part-editions = Sessions
grid-part-provenance = Provenance
level-value = {$level}, {$value}
summary-sessions = Sessions
summary-edition = {$session} ({$exam})
summary-rows = Content
summary-kind = {$kind}: {$count}
summary-groups = { $count ->
    [one] 1 group
   *[other] {$count} groups
}
summary-row-count = { $count ->
    [one] 1 row to assess
   *[other] {$count} rows to assess
}
summary-indicator-count = { $count ->
    [one] 1 indicator
   *[other] {$count} indicators
}
summary-levels = Levels
summary-mark = Mark
summary-decision = Decision
summary-decision-text = Each section is decided by itself, without compensation: “{$full}”, “{$partial}” or “{$none}”.
summary-jury = Commission
summary-members-text = { $count ->
    [one] 1 member: {$qualities}
   *[other] {$count} members: {$qualities}
}
summary-phases = Phases
summary-phase = {$label} {$length}
summary-pieces = Dossier
summary-penalties = Penalties
summary-bonus = Bonus
summary-bonus-text = {$label}, {$most} at most
summary-provenance = Provenance
summary-no-source = No source is given.
summary-read-on = Texts read on {$day}
summary-correction = Corrected: {$text}
grids-title = Grids
grids-back = Back
grids-open = Open a file…
grids-new = New grid
grids-new-title = New grid
grids-left = Drafts found again
grids-shipped = Shipped with the application
grids-own = Your own
grids-none = None yet. Duplicate a shipped grid to make your own.
grids-faulty = To be mended
grids-left-at = Not saved, {$day} at {$hour}
grids-left-note = Nothing is lost: this draft was not saved when the application stopped.
grids-left-origin = It comes from {$path}
grids-shipped-note = A shipped grid is not edited: duplicate it.
grids-duplicate = Duplicate
grids-check = Check
grids-export = Export…
grids-export-go = Export
grids-edit = Edit
grids-view = Read
grids-resume = Resume
grids-discard = Discard
grids-discard-now = Discard for good
grids-open-path = Path of the grid’s file
grids-export-path = File to copy this grid in
grids-kind = Grid
grids-sound = This grid is ready for use.
grids-exported = Copied in {$path}
grids-copy-id = {$id}-copy
grids-copy-title = {$title} (copy)
usual-full = Full validation
usual-partial = Partial validation
usual-none = Refusal
usual-acquired = Validated
usual-refused = Not validated
