"""Fitting the probabilities of extracted values: `python -m kg.evaluation.calibration`, or `make calibration`."""
