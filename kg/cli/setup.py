"""What a command does first: read the settings, and look at the user's own part of the ontology where it needs it.

Nothing is imported until then: the settings alone take longer than `--help` may.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.settings import Settings


def read_settings() -> "Settings":
    """The settings of the environment; ConfigError names everything wrong with them."""
    from kg.settings import read_settings as read

    return read()


def set_up() -> "Settings":
    """The settings, for a command that extracts or serves: OntologyFileError where the user's own Turtle is broken."""
    settings = read_settings()
    if settings.ontology_extra is not None:
        from ontology.checking import require_sound_extra

        require_sound_extra()
    return settings
