### Members' codes and the lock.

new-code = 4-digit code
code-four = a code has 4 digits
code-title = Code of { $member }
code-visa = Your code confirms your visa on this decision.
code-reopen = Reopening a fixed mark asks for the code of each member.
code-yours = Your 4-digit code
code-wrong = This code is not the right one.
code-wait = Too many tries: wait { $seconds } s.
code-cancel = Cancel
code-confirm = Confirm
gesture-code = personal code
lock-title = Locked screen
lock-text = Everything is saved. A code of a member opens the screen again.
lock-open = Unlock
lock-remaining = { $phase }: { $left } left, the time goes on
command-lock = Lock the screen
home-lock = Lock
home-lock-minutes = { $minutes } min
home-lock-never = Never
