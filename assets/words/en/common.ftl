### Numbers, hours, days, words from everywhere.

decimal-separator = .
hour = {$hours}:{$minutes}
minutes = {$minutes} min
minutes-seconds = {$minutes} min {$seconds}
day-long = {$day} {$month} {$year}
day-short = {$day}/{$month}/{$year}
first-of-month = 1
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday
