### Nombres, heures, jours, mots de partout.

decimal-separator = ,
hour = {$hours} h {$minutes}
minutes = {$minutes} min
minutes-seconds = {$minutes} min {$seconds}
day-long = {$day} {$month} {$year}
day-short = {$day}/{$month}/{$year}
first-of-month = 1er
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
weekday-0 = lundi
weekday-1 = mardi
weekday-2 = mercredi
weekday-3 = jeudi
weekday-4 = vendredi
weekday-5 = samedi
weekday-6 = dimanche
