### The summary for the centre, and the export of all the sheets.

# Printed on the summary, always in French.
summary-title = Summary of commission { $number }, session { $session }
summary-sheet = Summary
summary-number = Candidate no.
summary-last-name = Name
summary-first-name = First name
summary-option = Option
summary-result = Result
summary-result-mark = Mark out of { $most }
summary-state = State
summary-date = Date
summary-hour = Time
summary-code = Code
summary-members = Members of the commission
summary-commission = Commission
summary-made = Made at …………………… on ……………
summary-visas = Visas of the members of the commission
summary-page = Page
summary-fixed = Fixed
summary-absent = Absent
summary-moved = Commission { $number }
summary-open = Not fixed
summary-full = Validated in full
summary-none = Refused
summary-partial = Validated in part: { $blocs }
summary-draft-one = Provisional: 1 mark is not fixed.
summary-draft = Provisional: { $count } marks are not fixed.

export-workbook = Nothing is lost: the decision stands. The workbook could not be made: { $cause }
export-exists = Nothing is written: “{ $path }” is there already. Add --force to replace it, or give another name.

help-summary = Writes the summary for the centre, or shows it
help-summary-pdf = Summary as PDF
help-summary-xlsx = Summary as a workbook
help-summary-csv = Summary as text separated by semicolons
help-force = Replaces files that exist
help-together = All the sheets in one PDF to print on both sides
help-export-summary = Writes the summary too
batch-title = Export everything
batch-each = The sheets, one PDF a candidate
batch-together = All the sheets in one PDF, to print on both sides
batch-summary = The summary for the centre: PDF, XLSX and CSV
batch-folder = Folder: { $folder }
batch-drafts = { $count ->
    [one] 1 mark is not fixed: its sheets will say “PROJET”.
   *[other] { $count } marks are not fixed: their sheets will say “PROJET”.
}
batch-taken = { $count ->
    [one] 1 file is there already.
   *[other] { $count } files are there already.
}
batch-keep = Keep both
batch-replace = Replace
batch-cancel = Cancel
batch-go = Export
batch-writing = File { $done } of { $total }
batch-stop = Stop
batch-stopped = { $count ->
    [0] Stopped: no file is written.
    [one] Stopped: 1 file is written.
   *[other] Stopped: { $count } files are written.
}
batch-done = { $count ->
    [one] 1 file is written.
   *[other] { $count } files are written.
}
batch-show = Open the folder
batch-close = Close
sheets-everything = All the sheets and the summary…
