### interrogation
