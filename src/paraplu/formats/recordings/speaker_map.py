"""``interviews/raw/R41.speakers.yaml``: who is who in an imported recording. Key material."""

from __future__ import annotations

import io
from typing import Literal

from ruamel.yaml import YAML

from paraplu.formats.parsed import Parsed
from paraplu.formats.yaml_text import FileModel, load_yaml
from paraplu.records import SpeakerMap, Voice

__all__ = ["parse_speaker_map", "write_speaker_map"]


class VoiceModel(FileModel):
    """A speaker as it stands in the file."""

    name: str
    role: str
    certainty: Literal["gegeven", "zeker", "waarschijnlijk", "onzeker"]
    turns: int = 0
    words: int = 0
    questions: int = 0


class SpeakerMapModel(FileModel):
    """The whole file."""

    id: str
    original: str
    kind: str
    sha256: str
    text_sha256: str
    speakers: tuple[VoiceModel, ...] = ()


def parse_speaker_map(text: str, *, path: str) -> Parsed[SpeakerMap | None]:
    """Read who is who, or None when the file cannot be read."""
    model, _, problems = load_yaml(text, SpeakerMapModel, path=path)
    if model is None:
        return Parsed(None, tuple(problems))
    fields = model.model_dump()
    fields["speakers"] = tuple(Voice(**voice) for voice in fields["speakers"])
    return Parsed(SpeakerMap(**fields), tuple(problems))


def write_speaker_map(speakers: SpeakerMap) -> str:
    """Return the file; parsing it gives the same record."""
    data: dict[str, object] = {
        "id": speakers.id,
        "original": speakers.original,
        "kind": speakers.kind,
        "sha256": speakers.sha256,
        "text_sha256": speakers.text_sha256,
        "speakers": [
            {
                "name": voice.name,
                "role": voice.role,
                "certainty": voice.certainty,
                "turns": voice.turns,
                "words": voice.words,
                "questions": voice.questions,
            }
            for voice in speakers.speakers
        ],
    }
    stream = io.StringIO()
    writer = YAML()
    writer.width = 10_000
    writer.dump(data, stream)
    return stream.getvalue()
