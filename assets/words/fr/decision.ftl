### decision
