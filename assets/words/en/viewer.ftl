### The viewer of papers and their copies.

lost-not-copied = The copy of this dossier is not beside the commission’s file. Join the dossier again to make it.
lost-missing = The copy of this paper is gone. The other papers can still be used. Join the dossier again to make it anew.
lost-altered = The copy of this paper was changed since the dossier was joined: it is not shown. The other papers can still be used. Join the dossier again from the original.
lost-no-hash = This paper could not be read when the dossier was joined: it has no copy.
lost-of = Candidate {$number}, “{$path}”: {$why}
unshown-unknown = This document is not shown here (unknown format). It stays in the dossier.
unshown-damaged = This document is not shown here (damaged or incomplete). It stays in the dossier.
unshown-encrypted = This document is not shown here (protected by a password). It stays in the dossier.
unshown-too-large = This document is not shown here (too heavy to draw). It stays in the dossier.
unshown-too-long = This document is not shown here (it takes too long to draw). It stays in the dossier.
viewer-see = View
viewer-waiting = Opening the paper…
viewer-page = {$page} of {$pages}
viewer-previous = Previous page ({$key})
viewer-next = Next page ({$key})
viewer-larger = Enlarge the page ({$key})
viewer-smaller = Shrink the page ({$key})
viewer-close = Close the paper
viewer-browser = Open in the browser
viewer-outside = Open with the usual program
viewer-no-program = No program opened this paper. Its copy is here: {$path}
viewer-address-about = This portfolio is online, without a copy. Délibéré opens no connection: visit this address from a connected computer.
viewer-address-copy = Copy the address
viewer-text-cut = The rest of this document is not shown here.
viewer-joining = Reading the dossier…
viewer-copying = Copying the papers beside the commission’s file: {$percent}%
viewer-stop = Stop
join-stopped = The dossier was not joined: you stopped it. Nothing was changed.
join-elsewhere = The dossier was not joined: its commission is not open any more. Nothing was changed.
join-failed = The dossier is joined and its reading saved, but its papers were not copied: they will not be shown here. {$cause}
join-left = The dossier is joined. Some papers were not copied, the others are: {$names}
viewer-site = { $count ->
    [one] A site of one page, copied as it was handed in:
   *[other] A site of { $count } pages, copied as it was handed in:
}
viewer-pages-cut = { $count ->
    [one] Only the first page is shown here.
   *[other] Only the first { $count } pages are shown here.
}
viewer-pictures = { $count ->
    [one] One picture of this document is not shown here.
   *[other] { $count } pictures of this document are not shown here.
}
cli-copies = { $count ->
    [one] 1 copied paper, intact.
   *[other] { $count } copied papers, intact.
}
cli-copies-none = Dossier without a copy beside the file: { $numbers }
copy-stopped = The copy was stopped.
dossiers-left = No. {$number}: {$cause}
dossiers-not-copied = The dossiers are joined, but some papers were not copied: they will not be shown here. {$left}
viewer-rows-cut = The rest of the sheet is not shown here.
sheet-hidden-row = {$number} (hidden)
