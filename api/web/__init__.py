"""The web pages: templates, style sheet and one script, all our own and served from here."""
