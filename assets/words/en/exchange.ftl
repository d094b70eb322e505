### New grids, compared, imported and exported.

blank-row = First competency
blank-level-0 = Not mastered
blank-level-1 = Partly mastered
blank-level-2 = Well mastered
blank-level-3 = Fully mastered
blank-phase = Interview
blank-member = Member of the jury
blank-exam = E1
exchange-aspect = Descriptor
exchange-level = Level {$rank}
exchange-kind-rubric = Imported rubric
exchange-title-several = { $count ->
    [one] {$first} and 1 other rubric
   *[other] {$first} and {$count} other rubrics
}
exchange-place-line = line {$line}
exchange-field-beyond = cells past the last named column
exchange-field-association = CFAssociation "{$kind}"
exchange-type-row = Assessed competency
exchange-type-part = Sub-competency
exchange-type-indicator = Indicator
exchange-type-criterion = Criterion
exchange-type-component = Component
exchange-type-situation = Situation
exchange-type-deliverable = Deliverable
exchange-type-knowledge = Associated knowledge
exchange-creator = Délibéré
exchange-feedback = Feedback offered by level
exchange-feedback-line = {$level}: {$text}
exchange-empty = Nothing was created: the file is empty.
exchange-too-large = Nothing was created: the file is over {$most} MB, it is no rubric.
exchange-unknown = Nothing was created: this file is neither a CASE CFPackage nor a rubric CSV of Canvas or Moodle. Check that it is the exported file, or name the format with --format.
exchange-json = Nothing was created: at {$place}, {$detail}
exchange-header = Nothing was created: the first line does not name the column "{$column}". Add the format’s header line.
exchange-line = Nothing was created: line {$line} does not read as a line of a table. Check its quotes.
exchange-number = Nothing was created: {$place}, "{$text}" is no number of points. Correct it.
exchange-no-number = Nothing was created: {$place}, a level has no points while others have. Fill it in.
exchange-negative = Nothing was created: {$place}, "{$text}" is negative, which a grid does not allow. Correct it.
exchange-nameless = Nothing was created: {$place}, a title is missing. Add it.
exchange-no-criterion = Nothing was created: the file holds no criterion.
exchange-no-level = Nothing was created: no criterion has a level.
exchange-many-levels = Nothing was created: "{$name}" has more than 10 levels, and a level is chosen by a digit. Group them.
exchange-many-rows = Nothing was created: the file holds more than 500 criteria or sections, no grid has as many. Export only the assessed part.
exchange-duplicate = Nothing was created: two elements bear the identifier "{$name}". Export the file again.
exchange-cycle = Nothing was created: "{$name}" stands below itself. Correct the isChildOf associations.
exchange-faults = { $count ->
    [one] Nothing was created: the file reads, but its grid has 1 fault.
   *[other] Nothing was created: the file reads, but its grid has {$count} faults.
}
exchange-not-carried = Not carried as it is by this format: {$part}
exchange-dropped = { $count ->
    [one] Left out: {$field}
   *[other] Left out: {$field} ({$count} times)
}
exchange-same-mark = Weights and values are written otherwise; the mark before rounding is the same.
exchange-other-mark = Beware: the computation cannot be carried, the mark given elsewhere may differ.
exchange-not-read-back = Beware: the written file does not give a whole grid again; keep the original.
exchange-completed = Filled in, to be checked: commission of two members, one interview of 30 min, session, mark out of 20 rounded to the half point, threshold of 10.
exchange-encoding = The file is not UTF-8: read as Windows-1252, check the accents.
exchange-several-rubrics = The file holds several rubrics: each became a section.
exchange-ranges = { $count ->
    [one] 1 criterion scores by ranges: each level is worth the top of its own.
   *[other] {$count} criteria score by ranges: each level is worth the top of its own.
}
exchange-free-form = { $count ->
    [one] 1 criterion without levels (free comment): weight 0, it does not count in the mark.
   *[other] {$count} criteria without levels (free comment): weight 0, they do not count in the mark.
}
exchange-sorted = { $count ->
    [one] 1 criterion has its levels put back in the order of their points.
   *[other] {$count} criteria have their levels put back in the order of their points.
}
exchange-by-rank = Levels do not bear the same name everywhere: the scale follows their rank, each row keeps its names.
exchange-equal-steps = No level has points: they go up in equal steps, the first being the best.
exchange-usual-scale = The file has no levels: a scale of four levels is offered, to be replaced by your own.
exchange-outside = { $count ->
    [one] 1 level without points: outside the scale (not assessable).
   *[other] {$count} levels without points: outside the scale (not assessable).
}
exchange-unweighted = { $count ->
    [one] 1 criterion without weight: weight 1.
   *[other] {$count} criteria without weight: weight 1.
}
exchange-flattened = { $count ->
    [one] 1 element too deep was put in the section or row that holds it.
   *[other] {$count} elements too deep were put in the section or row that holds them.
}
exchange-unassessed = { $count ->
    [one] 1 element that no criterion assesses is left out.
   *[other] {$count} elements that no criterion assesses are left out.
}
exchange-several-parents = { $count ->
    [one] 1 element has several places: the first was kept.
   *[other] {$count} elements have several places: the first was kept.
}
exchange-shortened = { $count ->
    [one] 1 short title was replaced: a grid wants 24 characters at most.
   *[other] {$count} short titles were replaced: a grid wants 24 characters at most.
}
exchange-feedback-kept = { $count ->
    [one] The feedback by level of 1 criterion was put with what may be consulted while grading.
   *[other] The feedback by level of {$count} criteria was put with what may be consulted while grading.
}
exchange-provenance = Creator, publisher, address or version of the document are in the provenance.
exchange-guarded = { $count ->
    [one] 1 cell begins with an apostrophe, so that no spreadsheet computes it.
   *[other] {$count} cells begin with an apostrophe, so that no spreadsheet computes them.
}
exchange-rounded = { $count ->
    [one] 1 number is written with five decimals.
   *[other] {$count} numbers are written with five decimals.
}
exchange-renewed = { $count ->
    [one] The identifier, address and date of 1 element are not kept: an export gives others.
   *[other] The identifiers, addresses and dates of {$count} elements are not kept: an export gives others.
}
exchange-named = The format does not name the grid: its title comes from the name of the file.
part-identity = the diploma, the unit or the title
part-names = the stable names of the grid, levels, rows and sections
part-options = the specialities
part-level-names = the names of the levels (screen, printed, plural)
part-levels = the levels outside the scale (not assessable, not assessed, waived) or their list
part-level-values = the values of the levels
part-rubric = the shared descriptors, by aspects
part-rows = the rows
part-row-titles = the titles of the rows
part-short-titles = the short titles (short, narrow)
part-sections = the sections (blocs, activities)
part-weights = the weights
part-critical = the critical rows
part-transversal = the rows apart from the tableau
part-subparts = the sub-competencies
part-indicators = the indicators, criteria, components or situations
part-situations = how many situations are due
part-descriptors = the descriptors of the rows
part-knowledge = the associated knowledge and what may be consulted
part-modality = the modes of assessment
part-deliverables = the deliverables
part-penalties = the penalties
part-bonus = the bonus
part-phases = the phases of the oral
part-members = the members of the commission
part-pieces = the papers of the dossier
part-formula = the formula of the mark
part-mark-scale = the scale of the mark (maximum, bounds, step, threshold)
part-rounding = the rounding
part-coverage = the effect of "not assessable" and the least coverage
part-decision = the decision by blocs
part-comments = the comments due and the levels suggested
part-texts = the texts of the form
part-editions = the sessions
part-provenance = the provenance
diff-changed = {$place} ({$part}): "{$before}" becomes "{$after}"
diff-added = {$place} ({$part}): added, "{$text}"
diff-removed = {$place} ({$part}): removed, "{$text}"
diff-empty = {$place} ({$part}): changed
advice-no-threshold = the mark has no threshold: nothing will warn when a penalty or rounding crosses it. Write it in "threshold", for instance 10.
advice-no-annex = session {$session} names no annex: the sheets will bear none. Write "grid_annex" and "sheet_annex" if the official text numbers them.
advice-nothing-looked-for = "{$row}" has neither indicators nor descriptors of its own: nothing helps to choose its level. Add "indicators" or "descriptors".
advice-level-nowhere = no row can have the level "{$level}". Add it to the "descriptors" of a row, or remove it.
advice-no-text = on "{$row}", the level "{$level}" has no text while others have. Describe it.
advice-weighs-nothing = "{$row}" weighs nothing: it does not count in the mark. Give it a weight unless that is meant.
advice-same-short = two rows have the same short title, "{$row}": nothing tells them apart on screen. Write "short" on one of them.
advice-no-phase = the oral has no phase: there will be no clock. Add "phases" with their length.
advice-no-source = nothing says where the texts come from. Name the decree, the framework or the author in "provenance.sources".
advice-critical-ignored = "{$row}" is critical, but no rule heeds it. Set "critical" to true in "decision.section".
advice-grain-off-step = the proposal is rounded to a step that the commission cannot write. Give "step" a divisor of "rounding.grain".
blank-origin = After the grid "{$title}" ({$id}).
blank-copy-id = {$id}-copy
blank-copy-title = {$title} (copy)
new-grid-title = New grid
grid-count-sections = { $count ->
    [one] 1 section
   *[other] {$count} sections
}
grid-count-rows = { $count ->
    [one] {$count} row
   *[other] {$count} rows
}
grid-count-levels = { $count ->
    [one] {$count} level
   *[other] {$count} levels
}
grid-count-penalties = { $count ->
    [0] no penalty
    [one] 1 penalty
   *[other] {$count} penalties
}
grid-head = {$title} ({$id})
grid-identity = {$diploma}: {$unit}
grid-edition = Session {$session}: exam {$exam}, annexes {$grid} and {$sheet}
grid-edition-plain = Session {$session}: exam {$exam}
grid-title-scale = LEVELS
grid-title-rows = ROWS
grid-title-rules = RULES
grid-title-provenance = PROVENANCE
grid-item = - {$text}
grid-read-on = Read on {$day}
grid-level = {$id}: {$label}, value {$value}
grid-level-not-assessable = {$id}: {$label}, outside the scale (not assessable)
grid-level-not-assessed = {$id}: {$label}, leaves the sums (not assessed)
grid-level-waived = {$id}: {$label}, leaves the sums (waived)
grid-section = {$kind} {$id}: {$title}, weight {$weight}
grid-row = {$number}. {$title} [{$id}]: {$notes}
grid-weight = weight {$weight}
grid-count-parts = { $count ->
    [one] 1 sub-competency
   *[other] {$count} sub-competencies
}
grid-count-indicators = { $count ->
    [one] 1 indicator
   *[other] {$count} indicators
}
grid-count-criteria = { $count ->
    [one] 1 criterion
   *[other] {$count} criteria
}
grid-count-components = { $count ->
    [one] 1 component
   *[other] {$count} components
}
grid-count-situations = { $count ->
    [one] 1 situation
   *[other] {$count} situations
}
grid-critical = critical
grid-transversal = apart from the tableau
grid-descriptor = {$label}: {$text}
grid-descriptor-value = {$label} ({$value}): {$text}
grid-no-mark = No mark: blocs decide.
grid-formula-weighted = weighted mean
grid-formula-points = points obtained over points possible
grid-formula-points-lowest = points obtained over points possible, the lowest of each row being worth 0
grid-formula-none = written by the commission, not computed
grid-mark = Mark out of {$out_of}: {$formula}, from {$least} to {$most} by steps of {$step}
grid-coverage = No proposal under {$share} of the weights assessed
grid-threshold = Threshold: {$mark}
grid-acquired = A row is acquired at: {$levels}
grid-partly = A row is partly acquired at: {$levels}
grid-rule = A section is acquired when: {$conditions}
grid-rule-share = {$share} of its rows are acquired
grid-rule-refused = { $count ->
    [0] none is refused
    [one] 1 at most is refused
   *[other] {$count} at most are refused
}
grid-rule-critical = all the critical ones are
grid-rule-mark = its mark reaches {$mark}
grid-whole = { $count ->
    [one] The whole needs 1 section acquired, without compensation.
   *[other] The whole needs {$count} sections acquired, without compensation.
}
grid-penalty-bounded = {$label}: from −{$least} to −{$most}, as the commission decides
grid-penalty-free = {$label}: points set by the commission
grid-bonus = {$label}: up to {$most} points more, by steps of {$step}
grid-comment = Appreciation due under {$below}
grid-phase = {$label}: {$length}, extra time possible
grid-phase-fixed = {$label}: {$length}, no extra time
grid-members = { $count ->
    [one] Commission of 1 member: {$members}
   *[other] Commission of {$count} members: {$members}
}
grid-piece = Paper: {$label}
grid-piece-required = Required paper: {$label}
exchange-worthless = { $count ->
    [one] 1 criterion whose levels are all worth 0: weight 0.
   *[other] {$count} criteria whose levels are all worth 0: weight 0.
}
