"""Requests that are meant to do harm, sent to a real server; and damage to its processes and its disk."""
