### sheets
