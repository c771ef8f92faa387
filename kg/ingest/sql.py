"""The tables of the ledger, and how what a run has read becomes what is known."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS article (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('pending', 'claims', 'irrelevant', 'failed')),
    fingerprint TEXT NOT NULL,
    text TEXT,
    claims TEXT,
    failure TEXT,
    as_title TEXT,
    as_published TEXT,
    as_language TEXT
);

CREATE TABLE IF NOT EXISTS record (
    identity TEXT PRIMARY KEY,
    article TEXT NOT NULL,
    key TEXT NOT NULL,
    url TEXT,
    title TEXT,
    published TEXT,
    language TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS record_of_article ON record (article);

CREATE TABLE IF NOT EXISTS reading (
    number INTEGER PRIMARY KEY,
    identity TEXT NOT NULL,
    article TEXT NOT NULL,
    key TEXT NOT NULL,
    url TEXT,
    title TEXT,
    published TEXT,
    language TEXT NOT NULL,
    file TEXT NOT NULL,
    line INTEGER,
    fate TEXT NOT NULL DEFAULT 'duplicate'
);
CREATE INDEX IF NOT EXISTS reading_of_identity ON reading (identity);

CREATE TABLE IF NOT EXISTS unit (name TEXT PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS representative (article TEXT PRIMARY KEY, identity TEXT NOT NULL) WITHOUT ROWID;
CREATE VIEW IF NOT EXISTS present AS
SELECT article.*, record.identity, key, url, title, published, language
FROM representative
JOIN article ON article.id = representative.article
JOIN record ON record.identity = representative.identity;
"""
"""`present` is every article that may have to do with the graph, under the metadata of its representative."""

_WINNERS = """
CREATE TEMP TABLE winner AS
SELECT number, identity, article, key, url, title, published, language FROM (
    SELECT *, ROW_NUMBER() OVER (
        PARTITION BY identity
        ORDER BY published IS NULL, published DESC, article DESC, key, url, title IS NULL, title, language, number
    ) AS place
    FROM reading
) WHERE place = 1
"""
"""Of the versions of a record that one run reads the last counts: by its date, else by the digest of its text."""

_COMPARED = """
CREATE TEMP TABLE former AS
SELECT winner.number, winner.identity,
    record.identity IS NOT NULL AS is_known,
    (winner.article, winner.key, winner.url, winner.title, winner.published, winner.language)
        IS (record.article, record.key, record.url, record.title, record.published, record.language) AS is_same,
    EXISTS (SELECT 1 FROM record AS other WHERE other.article = winner.article) AS has_text
FROM winner LEFT JOIN record ON record.identity = winner.identity
"""

_TAKE = """
REPLACE INTO record SELECT identity, article, key, url, title, published, language FROM winner
WHERE number IN (SELECT number FROM former WHERE NOT is_same)
"""

_REPRESENT = """
INSERT INTO representative SELECT id, (
    SELECT identity FROM record WHERE record.article = article.id
    ORDER BY published IS NULL, published, url IS NULL, url, key, title IS NULL, title, language, identity LIMIT 1
) FROM article WHERE state <> 'irrelevant' OR text IS NOT NULL
"""
"""The first by date, URL and key; what comes after these only makes the order total."""

_JUDGE = """
UPDATE reading SET fate = CASE
    WHEN former.is_same THEN 'unchanged'
    WHEN former.is_known THEN 'replaced'
    WHEN former.has_text THEN 'duplicate'
    ELSE 'new' END
FROM former JOIN present ON present.identity = former.identity
WHERE former.number = reading.number
"""
"""Only a representative is anything but a duplicate."""

MERGE = (
    "DROP TABLE IF EXISTS temp.winner",
    "DROP TABLE IF EXISTS temp.former",
    _WINNERS,
    _COMPARED,
    _TAKE,
    "DELETE FROM article WHERE id NOT IN (SELECT article FROM record)",
    "DELETE FROM representative",
    _REPRESENT,
    _JUDGE,
)
"""The statements of `Ledger.settle`, in their order."""
