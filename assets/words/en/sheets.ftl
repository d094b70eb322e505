### Sheets.

sheets-front = Grid, front
sheets-back = Grid, back
sheets-candidate = Candidate’s sheet
sheets-annex = Annex {$annex}
sheets-jury = For the jury only
sheets-communicable = For the candidate
sheets-communicable-text = Given to the candidate on request.
sheets-print = { $count ->
    [one] Print the page
   *[other] Print the {$count} pages
}
sheets-save = Save as PDF
sheets-candidate-only = Candidate’s sheet alone
sheets-check = Check
sheets-check-mark = Mark {$mark}, final mark {$last}, copied to the candidate’s sheet
sheets-check-mark-penalties = Mark {$mark}, penalty {$points}, final mark {$last}, copied to the candidate’s sheet
sheets-check-coverage = Coverage gap mentioned
sheets-check-code = Printed fingerprint: {$code}
sheets-sealed = Mark fixed on {$day} at {$hour}. To correct it, reopen the decision: the correction will be dated and explained.
sheets-reopen = Reopen the decision…
sheets-draft = Preview: the mark is not fixed.
sheets-page = Page {$page} of {$pages}
sheets-width = Width
sheets-whole = Whole page
sheets-saved = Nothing is overwritten. Written: {$path}
sheets-printed = Opened in the PDF reader of this computer, to print: {$path}
sheets-failed = Nothing is lost: the decision stands. The file could not be written: {$cause}
sheets-failed-open = The file is written, but no PDF reader opened: {$path}
sheets-busy = Preparing the pages…
effect-stopped = the work was interrupted
sheets-grid = Jury’s grid
sheets-numbered = {$name}, page {$number}
sheets-check-decision = Decision carried over to the candidate’s sheet
sheets-draft-decision = Preview: the decision is not fixed.
sheets-sealed-decision = Decision fixed on {$day} at {$hour}. To correct it, reopen the decision: the correction will be dated and give its reason.
