"""Files in, articles out: every format, one normal form of text, a reason for whatever cannot be used."""
