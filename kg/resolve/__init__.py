"""From what articles say to what is held true: names to organisations, claims to decisions, sums to euro."""
