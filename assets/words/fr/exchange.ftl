### Grilles neuves, comparées, importées et exportées.

blank-row = Première compétence
blank-level-0 = Non maîtrisé
blank-level-1 = Maîtrise partielle
blank-level-2 = Bonne maîtrise
blank-level-3 = Très bonne maîtrise
blank-phase = Entretien
blank-member = Membre du jury
blank-exam = E1
