### The centre's list: reading, import, order and moves.

doubt-number-missing = No number
doubt-number-rounded = Number rounded by a spreadsheet: { $text }
doubt-number-twice = Same number as line { $line }
doubt-name-missing = No name
doubt-homonym = Same name as line { $line }, other number
doubt-zeros = Zeros of the number restored
doubt-hour = Time not read: “{ $text }”
doubt-day = Date not read: “{ $text }”
doubt-option = Unknown option: “{ $text }”
doubt-extra = Extra time not understood, to be entered in minutes
doubt-extra-partly = One third more time counted, the rest of the cell is not kept
doubt-slot = Same time as line { $line }

field-number = Number
field-full-name = Name and first name
field-last-name = Name
field-first-name = First name
field-option = Option
field-establishment = Institution
field-day = Date
field-hour = Time
field-room = Room
field-extra-time = Lengths
field-absent = Absence
field-commission = Commission

difference-added = added
difference-added-absent = added, absent
difference-field = { $field }: { $former } → { $to }
difference-absent = absent
difference-moved = moved to commission { $number }
difference-back = comes back to this commission
difference-gone-keep = not on the list any more, kept
difference-gone-remove = not on the list any more, removed
difference-gone-absent = not on the list any more, absent
difference-gone-moved = not on the list any more, moved to commission { $number }
difference-refused = { $change }. { $reason }

roster-no-columns = Nothing was changed: in “{ $path }” no column is known as the number and the name. Name the columns on a line of headings, or import the list in the window to say what each column holds.

cli-roster-column = { $heading } → { $field }
cli-roster-line = { $line }  { $number }  { $name }  { $option }  { $day }  { $hour }  { $lengths }
cli-roster-doubt = Line { $line }, { $name }: { $doubt }
cli-roster-change = { $number }  { $name }: { $change }
cli-roster-nothing = Nothing to change: the commission already is as the list says.
cli-roster-untouched = Nothing was changed.
cli-roster-confirm = Nothing was changed: read these changes again, then run with --yes.
cli-roster-ask = Write these changes in the commission? [y/N]
cli-roster-refused = { $name }: { $detail }
cli-roster-entered = { $count ->
    [0] No change written.
    [one] 1 change written.
   *[other] { $count } changes written.
}
cli-roster-not-gone = Candidate { $number } is on the list, or not in the commission: there is nothing to choose here.
cli-status-moved = moved

help-roster = Reads the list of candidates of the centre (.csv or .xlsx), or enters it in a commission
help-roster-file = List as .csv or .xlsx
help-roster-import = Enters a list in a commission, after showing what changes
help-roster-commission = File of the commission
help-roster-moved = Candidate not on the list any more: moved to another commission
help-roster-absent = Candidate not on the list any more: absent
help-roster-keep = Candidate not on the list any more: kept
help-yes = Writes without asking
help-new-roster = List of candidates to enter in the commission

refusal-moved = Nothing was changed: this candidate is heard by another commission. First take that back.
refusal-commission-missing = Nothing was changed: give the number of the other commission.
gesture-move = move to another commission
edit-bad-day = “{ $value }” is not a date such as 2026-05-12.
dossier-refused-not-list = The file “{ $path }” is not a list as .csv or .xlsx, whatever its name. Nothing was changed. Open it in a spreadsheet, save it as .xlsx and try again.

status-moved = moved
moved-to = commission { $number }
filter-moved = Moved { $count }
progress-moved = { $count ->
    [one] 1 moved
   *[other] { $count } moved
}

add-day = Day, if it differs
add-day-hint = 12/05/2026
add-bad-day = Write the date like 12/05/2026.
add-room = Room
add-establishment = Institution
import-title = Import a list
import-kind = List (.csv, .xlsx)
import-known = { $count ->
    [0] No candidate recognised
    [one] 1 candidate recognised
   *[other] { $count } candidates recognised
}
import-doubtful = { $count ->
    [one] 1 line to check
   *[other] { $count } lines to check
}
import-untouched = Nothing is changed until you import.
import-heading = “{ $heading }”
import-line-head = Line
import-change = Change
import-same = unchanged
import-passage = { $day }, { $hour }
import-line = Line { $line } of the list
import-columns = Change the columns…
import-cancel = Cancel
import-correct = Correct line { $line }
import-correct-go = Correct
import-back = Back
import-see = See the lines
import-go = { $count ->
    [0] Nothing to import
    [one] Import 1 candidate
   *[other] Import { $count } candidates
}
import-changes = { $count ->
    [0] Nothing to import
    [one] Import 1 change
   *[other] Import { $count } changes
}
import-done = { $count ->
    [one] 1 line imported
   *[other] { $count } lines imported
}
import-gone = not listed
import-keep = Keep
import-remove = Remove
import-absent = Absent
import-moved = Moved
import-moved-hint = Commission no.
import-column = Column { $number }
import-aside = Left aside
import-says = This column holds
import-remembered = Remembered for the next list of the same headings.
commission-import = Import a list…
order-unchanged = The order is unchanged: there is nothing to swap on that side.
move-title = Move { $name } to another commission?
move-text = The line stays here, without a mark. You can take this move back.
move-to = Number of the other commission
move-yes = Move
move-back-title = { $name } comes back to this commission?
move-back-text = The move will be taken back. It stays in the history.
move-back-yes = Bring back
action-move-back = Bring back
new-list = List of candidates (optional)
new-list-hint = .csv or .xlsx file received from the centre
new-list-browse = Choose…
command-move = Move to another commission
command-earlier = Pass earlier
command-later = Pass later
command-import = Import a list
