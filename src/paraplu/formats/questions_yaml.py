"""``codebook/questions.yaml``: evaluation questions and network effectiveness."""

from __future__ import annotations

from paraplu.formats.parsed import Parsed
from paraplu.formats.yaml_text import FileModel, line_of, load_yaml
from paraplu.records import CodeSet, Question, Questions

__all__ = ["parse_questions"]


class QuestionModel(FileModel):
    """A question as it stands in the file."""

    id: str
    question: str
    families: tuple[str, ...] = ()
    essay: str = ""
    source: str = ""


class CodeSetModel(FileModel):
    """A level, condition, tension or goal."""

    id: str
    codes: tuple[str, ...] = ()


class EffectivenessModel(FileModel):
    """Levels, conditions and tensions."""

    levels: tuple[CodeSetModel, ...] = ()
    conditions: tuple[CodeSetModel, ...] = ()
    tensions: tuple[CodeSetModel, ...] = ()


class QuestionsModel(FileModel):
    """The whole file."""

    version: int = 1
    questions: tuple[QuestionModel, ...] = ()
    effectiveness: EffectivenessModel = EffectivenessModel()
    goals: tuple[CodeSetModel, ...] = ()


def parse_questions(text: str, *, path: str) -> Parsed[Questions]:
    """Read the evaluation questions."""
    model, node, problems = load_yaml(text, QuestionsModel, path=path)
    if model is None:
        return Parsed(Questions(), tuple(problems))
    effectiveness = model.effectiveness
    return Parsed(
        Questions(
            questions=tuple(
                Question(q.id, q.question, q.families, q.essay, line_of(node, ("questions", n)))
                for n, q in enumerate(model.questions)
            ),
            levels=_as_sets(effectiveness.levels),
            conditions=_as_sets(effectiveness.conditions),
            tensions=_as_sets(effectiveness.tensions),
            goals=_as_sets(model.goals),
        ),
        tuple(problems),
    )


def _as_sets(models: tuple[CodeSetModel, ...]) -> tuple[CodeSet, ...]:
    """Turn models into records."""
    return tuple(CodeSet(model.id, model.codes) for model in models)
