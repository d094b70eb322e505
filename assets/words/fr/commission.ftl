### commission
