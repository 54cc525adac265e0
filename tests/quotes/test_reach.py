"""How far a cue reaches."""

from mediastudy.quotes.drafts import Draft
from mediastudy.quotes.reach import within_reach


def draft(text: str, content: list[str], cue: str, source: str) -> Draft:
    """The draft of the words, each at its first place in the text."""
    spans = [(text.index(part), text.index(part) + len(part)) for part in (*content, cue, source)]
    return Draft(tuple(spans[:-2]), spans[-2], spans[-1])


def contents(text: str, given: Draft) -> list[list[str]]:
    """The words of each draft within reach."""
    return [[text[start:end] for start, end in one.content] for one in within_reach(text, [given])]


def test_of_quotations_signed_line_by_line_each_stands_alone() -> None:
    text = "“We were cold.” ― Ana Ferrel\n“We had no bread.” ― Bo Lund"
    given = draft(text, ["“We were cold.”", "“We had no bread.”"], "―", "Ana Ferrel")
    assert contents(text, given) == [["“We were cold.”"], ["“We had no bread.”"]]


def test_a_quotation_on_the_line_after_its_cue_is_reached() -> None:
    text = "Ana Ferrel wrote:\n“We were cold.”"
    assert contents(text, draft(text, ["“We were cold.”"], "wrote", "Ana Ferrel")) == [["“We were cold.”"]]
    text = "“We were cold.”\nwrote Ana Ferrel:\n“We had no bread.”"
    given = draft(text, ["“We were cold.”", "“We had no bread.”"], "wrote", "Ana Ferrel")
    assert contents(text, given) == [["“We were cold.”", "“We had no bread.”"]]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "“We were cold,” Ana Ferrel said. “Very cold.\n\n“And hungry.”"
    given = draft(text, ["“We were cold,”", "“Very cold.", "“And hungry.”"], "said", "Ana Ferrel")
    assert contents(text, given) == [["“We were cold,”", "“Very cold.", "“And hungry.”"]]


def test_a_quotation_beyond_narrative_stands_alone_without_cue() -> None:
    text = "Ana Ferrel said it was cold.\n\nSnow fell.\n\n“No bread.”"
    given = draft(text, ["it was cold", "“No bread.”"], "said", "Ana Ferrel")
    first, second = within_reach(text, [given])
    assert first.cue == given.cue
    assert second.cue is None
    assert second.heir
