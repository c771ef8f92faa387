"""What is promised of speed and of robustness, measured: each script prints its figures beside what they shall be."""
