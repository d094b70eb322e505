### New grids, compared, imported and exported.

blank-row = First competency
blank-level-0 = Not mastered
blank-level-1 = Partly mastered
blank-level-2 = Well mastered
blank-level-3 = Fully mastered
blank-phase = Interview
blank-member = Member of the jury
blank-exam = E1
