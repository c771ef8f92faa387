"""The tables of the index. It is derived from the graph, made anew for each snapshot, and never changed."""

VERSION = 3
"""Raised when the tables change, so that an index of another version is not misread (`user_version`)."""

TABLES = """
CREATE TABLE decision(
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    first_day TEXT, last_day TEXT,
    fine_eur TEXT,
    has_fine INTEGER NOT NULL,
    record TEXT NOT NULL
);
CREATE TABLE tag(kind TEXT, value TEXT, decision INTEGER, PRIMARY KEY(kind, value, decision)) WITHOUT ROWID;
CREATE TABLE label(kind TEXT, id TEXT, iri TEXT, label TEXT, PRIMARY KEY(kind, id)) WITHOUT ROWID;
CREATE TABLE article(id TEXT PRIMARY KEY, record TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE report(decision TEXT, article TEXT, PRIMARY KEY(decision, article)) WITHOUT ROWID;
CREATE TABLE evidence(decision TEXT, article TEXT, start INTEGER, fact TEXT, record TEXT NOT NULL);
CREATE TABLE statistics(record TEXT NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(parties, facts, body, content='', tokenize='unicode61 remove_diacritics 2');
"""
"""`record` is JSON of a class of `kg.index.records`. A tag is a value that decisions can be filtered by, its
kind one of `kg.index.filters.TAGS`; a provision counts for all that contain it (5(1)(f) also as 5(1) and 5), a concept
for all broader ones. `first_day` and `last_day`
are the days that a date may mean.
"""

INDEXES = """
CREATE INDEX decision_by_newest ON decision(coalesce(first_day, ''), id);
CREATE INDEX decision_by_oldest ON decision(coalesce(first_day, '~'), id);
CREATE INDEX decision_by_highest ON decision(coalesce(CAST(fine_eur AS REAL), -1), id);
CREATE INDEX decision_by_lowest ON decision(coalesce(CAST(fine_eur AS REAL), 1e300), id);
CREATE INDEX tag_by_decision ON tag(decision, kind);
CREATE INDEX report_by_article ON report(article);
CREATE INDEX evidence_by_decision ON evidence(decision);
CREATE INDEX evidence_by_article ON evidence(article);
"""
