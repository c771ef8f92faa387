"""The store on disk: one live store for the writer, snapshots for every reader."""
