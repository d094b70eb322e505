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
