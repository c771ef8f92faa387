"""How the party model is trained, and what it is worth: see `training/README.md`. Not part of the package."""
