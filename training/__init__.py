"""The training of the learned reader of triggers: its sentences, its code, its card."""
