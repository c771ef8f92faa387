"""Decisions, organisations and articles as units of quads. Pure: no store, no clock."""
