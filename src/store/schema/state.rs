//! What `show --json` and `mark --json` print: the state for programs. Hidden columns stay hidden.
