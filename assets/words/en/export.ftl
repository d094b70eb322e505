### Sheets written as PDF.

export-failed-folder = Nothing is lost: the decision stands. The folder {$path} could not be made: {$cause}
export-failed-write = Nothing is lost: the decision stands. The file {$path} could not be written: {$cause}
export-failed-name = Nothing is lost: the decision stands. The file {$path} could not be given its name: {$cause}
export-no-free-name = Nothing was overwritten, nothing was written: too many files already bear the name {$path}. Choose another folder.
export-no-template = The grid asks for the sheet template “{$name}”, which this version does not know.
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
export-workbook = Nothing was written: the workbook could not be made ({$cause}).
export-table = Nothing was written: the table could not be made ({$cause}).
