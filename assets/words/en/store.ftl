### Files: what is safe, what happened, what to do.

store-holder = {$user} on {$machine}, since {$hours}:{$minutes} (process {$process})
store-io-read = Nothing was changed: “{$path}” cannot be read ({$cause}). Check the path and the permissions.
store-io-create = Nothing was overwritten: “{$path}” cannot be created ({$cause}). Choose another folder.
store-io-append = What was saved still is: this last gesture could not be written to “{$path}” ({$cause}) and does not count. Make room or plug the key back in, then do it again.
store-exists = Nothing was overwritten: “{$path}” exists already. Choose another name.
store-not-a-commission = Nothing was changed: “{$path}” is not a commission file that can be read ({$detail}). The file is left as it is; look for a sound copy.
store-newer = Nothing was changed: “{$path}” comes from a later version ({$version}). Open it with that version.
store-too-large = Nothing was changed: “{$path}” is larger than {$most} MB, so it is not a file of this kind.
store-member-count = Nothing was created: the grid wants {$wanted} members, {$given} are named.
store-read-only = Nothing was changed: “{$path}” is open for reading only.
store-grid-altered = the grid that it holds no longer matches its fingerprint

notice-torn = Nothing is lost: the last line, cut by a sudden stop ({$bytes} bytes), had never been confirmed. It is ignored.
notice-torn-aside = Nothing is lost: the last line, cut by a sudden stop ({$bytes} bytes), had never been confirmed. It is set aside in “{$aside}”.
notice-broken = Nothing is lost: the file “{$path}” opens for reading only, up to line {$line}, where {$cause}. The file is left as it is. Look for a sound copy, or go on in a new commission.
break-syntax = the content cannot be read ({$detail})
break-chain = the chain of fingerprints is broken: a line was changed, removed or moved
break-refused = the gesture is not possible there ({$reason})
notice-held = This commission is open in another window: {$who}. You can read it, not change it.
notice-held-unknown = This commission is open in another window. You can read it, not change it.
notice-unwritable = Nothing was changed: this folder cannot be written ({$cause}). You can read the commission. To grade, copy the file elsewhere.
notice-recovered = { $count ->
    [one] Nothing is lost: 1 gesture kept on this computer has joined the file.
   *[other] Nothing is lost: {$count} gestures kept on this computer have joined the file.
}
notice-stranded = { $count ->
    [one] Nothing is lost: 1 gesture kept on this computer no longer follows this file, which was replaced. It stays in “{$aside}”. Compare, then do it again.
   *[other] Nothing is lost: {$count} gestures kept on this computer no longer follow this file, which was replaced. They stay in “{$aside}”. Compare, then do them again.
}
notice-waiting = { $count ->
    [one] 1 gesture kept on this computer is not in this file yet. Open the commission to put it back.
   *[other] {$count} gestures kept on this computer are not in this file yet. Open the commission to put them back.
}

grid-syntax = Grid refused: “{$path}”, at {$place}: {$detail}
grid-faults = { $count ->
    [one] Grid refused: “{$path}” has 1 fault.
   *[other] Grid refused: “{$path}” has {$count} faults.
}
grid-fault-line = - at {$place}: {$fault}
grid-faults-more = { $count ->
    [one] - and 1 other fault.
   *[other] - and {$count} other faults.
}
grid-unknown = No grid is named “{$name}”, and no file is there. Grids installed: {$known}.
grid-no-edition = The grid has no edition for the session “{$session}”. Sessions there are: {$known}.
grid-line = line {$line}, column {$column}
grid-byte = byte {$at}
grid-not-utf8 = the text is not UTF-8. Save the file as UTF-8.
grid-not-a-number = a number is wanted: 2, 0.5 or "2/3"
grid-value-outside = a level outside the scale has no value. Remove “value” or “kind”.
grid-trailing = text follows the end of the grid. Remove it.

json-missing = the key “{$key}” is missing. Add it.
json-unknown = “{$key}” does not exist in this format. Correct the spelling or remove it.
json-duplicate = the key “{$key}” stands twice. Keep one.
json-type = the value is not of the kind that is wanted (found: {$found}; wanted: {$wanted}). Correct it.
json-cut = the text stops in the middle. The file is incomplete; look for a whole copy.
json-deep = the text is nested too deeply for a grid. Simplify it.
json-syntax = this is not valid JSON. Check commas, quotes and braces.
json-kind-text = some text
json-kind-number = a number
json-kind-boolean = true or false
json-kind-object = an object
json-kind-list = a list
json-kind-null = nothing

io-not-found = not found
io-denied = access denied
io-full = no room left
io-read-only = write-protected
io-directory = it is a folder
io-not-a-folder = a file stands where the folder should
io-unsayable = this gesture cannot be read back as it is
io-changed = the file changed meanwhile

edit-bad-hour = “{$value}” is not an hour such as 10:15.
edit-bad-moment = “{$value}” is not an instant such as 2026-06-03T10:15:00+02:00.
edit-bad-mark = “{$value}” is not a mark such as 12.5.
edit-bad-author = “{$value}” is not an author: member1, member2 or commission.
edit-bad-settlement = the gesture retained must be about the same candidate, and nothing else
edit-unreadable = {$place}: {$detail}
edit-trailing = text follows the gesture. Write one gesture a line.
store-no-header = its first line is not that of a commission
store-somebody = somebody
grid-penalty-amount = a penalty has either “points”, or “least” and “most”, or “free”. Keep only one.
grid-default-coverage = The competency “{$competency}” was not shown in the work presented: the coverage is incomplete.
grid-default-notice = The computation is the installed grid’s. The decision is the commission’s.
grid-default-appreciation = Appreciation
edit-bad-waiver = a waiver is on a row (“row”) or on a criterion (“indicator”), one of the two
json-choice = “{$key}” does not exist here. Choose one of: {$choices}.
json-unknown-like = “{$key}” does not exist in this format. Did you mean “{$known}”? If not, remove it.
json-wanted-text = some text, in quotes
json-wanted-count = a whole number, 0 or more
json-wanted-other = something else
grid-line-alone = line {$line}, column {$column}
edit-bad-spot = A correction names what it corrects: “what”, then “line” and “column” where needed.
