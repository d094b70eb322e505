### Retention: until the next session, then erased with a receipt.

purge-word = ERASE
purge-receipt-name = erasure-receipt-{$day}.txt
purge-line = { $count ->
    [one] {$file}: commission {$number}, session {$session}, 1 candidate. {$state}
   *[other] {$file}: commission {$number}, session {$session}, {$count} candidates. {$state}
}
purge-goes = Its time is over: it may be erased.
purge-goes-open = { $count ->
    [one] It may be erased, as you asked, with 1 mark that is not fixed.
   *[other] It may be erased, as you asked, with {$count} marks that are not fixed.
}
purge-until = To be kept until the next session ({$session}).
purge-unknown = A session without a year: it is for you to know whether its time is over (--before-term).
purge-open = { $count ->
    [one] Kept: 1 mark is not fixed (--with-open to erase it too).
   *[other] Kept: {$count} marks are not fixed (--with-open to erase it too).
}
purge-unsound = Kept: this file is damaged, and is to be looked at.
purge-nothing = There is nothing to erase.
purge-confirm = { $count ->
    [one] Nothing is erased yet. To erase this file and what goes with it for good: --confirm {$word}
   *[other] Nothing is erased yet. To erase these {$count} files and what goes with them for good: --confirm {$word}
}
purge-wrong-word = Nothing was erased: to confirm, write --confirm {$word}
purge-announced = Erasure begun on {$day}, with no trace of its end:
purge-receipt = Receipt of erasure, {$day}
purge-entry = { $count ->
    [one] - {$file}: commission {$number}, session {$session}, 1 candidate, SHA-256 {$hash}
   *[other] - {$file}: commission {$number}, session {$session}, {$count} candidates, SHA-256 {$hash}
}
purge-gone = Erased: {$names}
purge-left = Left: {$cause}
purge-foot = The files are removed from this medium. A key or a disk may keep traces that only erasing the whole medium takes away.
data-written = { $count ->
    [one] Written: {$path}. 1 line of the journal, the state, the personal notes.
   *[other] Written: {$path}. {$count} lines of the journal, the state, the personal notes.
}
data-closed = { $count ->
    [one] 1 line of a column that is still closed is not in this export (--all to put it in).
   *[other] {$count} lines of a column that is still closed are not in this export (--all to put them in).
}
store-io-erase = “{$path}” could not be erased ({$cause}). It is still there: check the rights, then try again.
store-in-use = Nothing was erased: “{$path}” is open in another window. Close it, then try again.
data-file-name = data.json
data-papers = papers
retention-title = Retention
retention-text = A commission’s file is kept until the next session, then erased with what goes with it. Nothing is erased without a word that you type.
retention-folder = Path of a folder of commissions’ files
retention-look = Look into this folder
retention-choose = Choose a folder…
retention-none = No commission’s file is known here. Choose the folder where they are kept.
retention-file = { $count ->
    [one] Commission {$number}, session {$session}, 1 candidate
   *[other] Commission {$number}, session {$session}, {$count} candidates
}
retention-over = Its time is over and every mark is fixed: it may be erased.
retention-open = { $count ->
    [one] Its time is over, but 1 mark is not fixed: tick it to erase it all the same.
   *[other] Its time is over, but {$count} marks are not fixed: tick it to erase it all the same.
}
retention-unknown = A session without a year: tick it if you know that its time is over.
retention-unknown-open = { $count ->
    [one] A session without a year, and 1 mark is not fixed: tick it if you know that its time is over.
   *[other] A session without a year, and {$count} marks are not fixed: tick it if you know that its time is over.
}
retention-beside = { $count ->
    [one] Goes with it: {$names}
   *[other] Go with it: {$names}
}
retention-chosen = { $count ->
    [0] No file chosen.
    [one] 1 file chosen ({$candidates}). Nothing is erased yet.
   *[other] {$count} files chosen ({$candidates}). Nothing is erased yet.
}
retention-erase = { $count ->
    [0] Erase…
    [one] Erase this file…
   *[other] Erase these {$count} files…
}
retention-done = Erased. Here is the receipt.
retention-partly = Some of it stayed. Here is the receipt.
erase-one = Erase commission {$number}, session {$session} for good?
erase-many = Erase {$count} commissions’ files for good?
erase-candidates = What goes: {$candidates}, their decisions, and all that stands beside: notes, papers, leftovers.
erase-open = { $count ->
    [one] 1 mark is not fixed: it never will be.
   *[other] {$count} marks are not fixed: they never will be.
}
erase-word = This cannot be undone: type {$word}
erase-keep = Keep
erase-go = Erase for good
data-title = One person’s data
data-text = All that this file holds about one candidate, to give them a copy.
data-with-sheets = Data and sheets (ZIP)
data-alone = Data alone (JSON)
data-lines = { $count ->
    [one] 1 line of the journal
   *[other] {$count} lines of the journal
}
data-window-closed = { $count ->
    [one] 1 line of a column that is still closed will not be in it.
   *[other] {$count} lines of a column that is still closed will not be in it.
}
data-write = Write the file
erase-over = Its time is over.
