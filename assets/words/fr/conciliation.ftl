### conciliation
