### Sheets written as PDF.

export-failed-folder = Nothing is lost: the decision stands. The folder {$path} could not be made: {$cause}
export-failed-write = Nothing is lost: the decision stands. The file {$path} could not be written: {$cause}
export-failed-name = Nothing is lost: the decision stands. The file {$path} could not be given its name: {$cause}
export-no-free-name = Nothing was overwritten, nothing was written: too many files already bear the name {$path}. Choose another folder.
export-layout = Nothing is lost: the decision stands. The pages could not be laid out: {$cause}
export-pdf = Nothing is lost: the decision stands. The PDF could not be made: {$cause}
export-scale = A page does not fit a picture at scale {$scale}.
export-drafts = { $count ->
    [one] Mark not fixed, sheets written as a draft: {$names}
   *[other] Marks not fixed, sheets written as drafts: {$names}
}
# Printed on the sheets, where the French is always used.
export-title = {$diploma}: annexes {$grid} and {$sheet}, {$name}
export-draft = DRAFT
export-draft-notice = Preview: the mark is not fixed.
export-code = Fingerprint: {$code}
export-visa = {$name}, on {$day} at {$hours}:{$minutes}
export-continued = ANNEX {$annex} (continued)
export-continued-identity = {$name}, candidate no. {$number}, commission {$commission}, session {$session}
export-table = Nothing was written: the table could not be made ({$cause}).
export-mixed = Nothing was written: these sheets do not all follow the same template. Export them apart.
export-unknown-template = texts.template: no sheet template is named “{$name}”. The sheets will follow “{$used}”. Write one of these: {$known}.
export-draft-decision = Preview: the decision is not fixed.
export-title-plain = {$diploma} {$exam}: assessment grid and sheet, {$name}
export-exam = Exam {$exam}: {$unit}
export-section = {$kind}: {$title}
export-coefficient = weight {$value}
export-seen = seen
export-seen-partly = partly
export-seen-not = not seen
export-seen-divided = divided
export-situation = {$met} situation of {$all}
export-situations = {$met} situations of {$all}
export-situation-wanted = {$met} situation of {$all} (minimum {$wanted})
export-situations-wanted = {$met} situations of {$all} (minimum {$wanted})
export-of = {$part} of {$all}
export-partial = {$word} ({$sections})
export-incomplete = No proposal: levels are missing.
export-nothing-assessed = No proposal: nothing could be assessed.
export-reading = Proposal
export-reading-zero = Not assessable counted as 0
export-reading-neutral = Not assessable left aside
export-penalty-range = {$least} to {$most} points
export-penalty-free = points chosen by the commission
export-absent = Absence established on {$day} at {$hours}:{$minutes}.
export-bundle = Nothing was written: the archive could not be made ({$cause}).
outlet-folder = In the folder {$folder}
outlet-writing = Writing…
outlet-written = Written: {$path}
outlet-taken = “{$name}” exists already.
outlet-keep = Keep both
outlet-replace = Replace
