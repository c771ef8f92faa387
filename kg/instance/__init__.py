"""An instance as a whole, all that its folder holds: backup, restore, compaction."""
