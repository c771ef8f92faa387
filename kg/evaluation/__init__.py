"""How good the extraction is: what it finds in texts, against what a careful reader found in them.

gold → (extract) → align → compare → verdicts; from the verdicts come counts, the confusion of amounts, calibration, the
list of misses and the report.
"""
