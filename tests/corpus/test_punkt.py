from pathlib import Path

import pytest

from mediastudy.corpus.punkt import ABBREVIATIONS, TITLES, ends, learnt, punkt, punkt_spans
from mediastudy.corpus.sentences import sentences

# Constructed paragraphs in the style of the news, each as the sentences that it has.
PARAGRAPHS = [
    ["Sen. Smith of the U.S. said nothing.", "He left at once."],
    ["The delegation flew to the U.S.", "The visit lasted nine days."],
    ["Troops stayed in the U.S.", "Under the deal they return in May."],
    ["Trade fell between China and the U.S.", "Officials blamed the weather."],
    ["The U.S. Senate rejected the bill.", "It may vote again."],
    ["The U.S. Department of Labor sued two mines.", "Neither answered."],
    ["He was born in the U.S. Virgin Islands.", "She was not."],
    ["The U.S. Army Corps of Engineers built the dam.", "Nobody thanked it."],
    ["The U.S. Fish and Wildlife Service counted 40 birds.", "It had hoped for more."],
    ["A U.S. Steel plant closed.", "Its workers marched."],
    ["Pressure grew on the U.N.", "Its envoy resigned."],
    ["He lives in Washington, D.C.", "He works there too."],
    ["Washington, D.C. Mayor Ana Tull opened the bridge.", "Crowds came."],
    ["The talks begin at 9 a.m. on Monday.", "They end at 5 p.m.", "The press may listen."],
    ["The train left at 6 a.m.", "Nobody was aboard."],
    ["The speech starts at 8 p.m. Eastern Time.", "It will be short."],
    ["They met at 3 p.m. Thursday.", "Rain fell."],
    ["The mayor of St. Petersburg resigned.", "Her deputy took over."],
    ["St. Paul's Cathedral reopened on Sept. 4.", "The bishop wept."],
    ["She lives on Elm St. near the park.", "He lives on Oak Ave. in a flat."],
    ["It was ranked No. 10 in the list.", "Last year it was No. 3."],
    ["Its best seller is No. 5.", "Few know why."],
    ["Flight No. 12 was late.", "So was No. 14."],
    ["Dr. Lena Moor and Mr. Small of Acme Corp. signed.", "Mrs. Long did not."],
    ["Mr. White thanked Ms. Rice.", "Messrs. Brown and Green nodded."],
    ["Gen. Strong told Lt. Col. Bell to wait.", "Bell waited."],
    ["Gov. Young and Rep. Price disagreed.", "Sens. Cook and Hill agreed."],
    ["Prof. Orlo teaches law.", "Rev. Dunn preaches it."],
    ["Martin Luther King Jr. was honoured.", "Children sang."],
    ["The prize went to Samuel Dole Jr.", "His father had won it before."],
    ["Acme Inc. sued Bolt Ltd. in March.", "The court ruled for Bolt Ltd.", "Its shares rose."],
    ["The firm is called Orin and Co.", "Nobody has heard of it."],
    ["Profits rose at Tull Bros. and at Dent Co. last year.", "This year they fell."],
    ["J. R. Tolan wrote the report.", "P.J. Moor edited it."],
    ["George W. Bush met John F. Kerry.", "Both smiled."],
    ["Paul D. Brown and Ann T. Long won seats.", "K. Small lost."],
    ["The letter was signed by Henry V. Stone.", "It arrived late."],
    ["She caught hepatitis C.", "The hospital paid."],
    ["The dam opened in 2021.", "Nobody came."],
    ["Turnout was 40 per cent in 1998.", "By 2002 it was 30."],
    ["The score was 3 to 2.", "The crowd went home."],
    ["He was the 4th of 5.", "The others died young."],
    ["Exports rose 3.5 percent to $2.1 billion.", "Imports fell 0.4 percent."],
    ["The index closed at 12,410.", "Analysts had expected less."],
    ['"We will not go," he said.', '"We will stay."', "Then he sat down."],
    ['"Why now?" she asked.', "He did not answer."],
    ['"Stop!" the guard cried.', "The car went on."],
    ["“The dam is safe.”", "That is what the minister said."],
    ["He called it “a crime.”", "She called it “a mistake.”"],
    ["“I met Mr. Obi in the U.S.,” she said.", "“He was kind.”"],
    ["“We trust the U.S.”", "Nobody believed him."],
    ["(The office was closed.)", "Calls were not returned."],
    ["The ministry (est. 1949) is small.", "It has 30 staff."],
    ["Goods such as rice, salt, etc. were sent.", "More will follow."],
    ["They sent rice, salt, etc.", "Nothing arrived."],
    ["The case of Roe vs. Wade came up.", "So did Orin v. Tull."],
    ["Some states, e.g. Ohio, agreed.", "Others, i.e. most, did not."],
    ["The Jan. 6 hearing began on Mon. at noon.", "It ended in Feb. of that year."],
    ["The strike began on Dec. 24.", "It ended on Jan. 2."],
    ["Boise, Idaho, and Portland, Ore. are far apart.", "Both grew."],
    ["He moved to Portland, Ore.", "The rent was lower."],
    ["Rep. Ann Tull, D-Calif., spoke first.", "Sen. Bo Dent, R-Miss., spoke last."],
    ["She holds a Ph.D. in law.", "He has an M.A. from Yale."],
    ["She earned her Ph.D.", "Then she taught."],
    ["The lot weighs 40 lbs. and costs $3.", "It is sold by the oz. in town."],
    ["Mt. Pleasant and Ft. Worth sent teams.", "Each lost."],
    ["Adm. Poe and Sgt. Rule testified.", "Capt. Hand did not."],
    ["The Hon. Ana Tull and Sir Robert Dent attended.", "So did the P.M. of Oru."],
    ["See Sec. 4 of the act and Art. 2 of the treaty.", "Both bind."],
    ["Figures are on pp. 12-14 of vol. 2.", "The maps are in ch. 3."],
    ["The U.S. and the U.K. agreed.", "The E.U. did not."],
    ["The deal binds the U.K.", "Nothing else does."],
    ["China sent aid to U.S. troops.", "The U.S. thanked it."],
    ["“It works,” said Asst. Sec. Dole.", "“It always has.”"],
    ["Sales at Wal-Mart Stores Inc. rose.", "Sales at Sears fell."],
    ["He works for Acme Inc.", "She works for a rival."],
    ["Beijing ... did not reply.", "Moscow did."],
    ["We waited...", "Nothing came."],
    ["Who paid?", "Who knew?", "No one said."],
    ["Amb. Orlo met Pres. Tull and Vice Pres. Dent.", "They dined."],
    ["The vote was 51 to 49.", "Sen. Tull switched sides."],
    ["He died at 84.", "His wife survives him."],
    ["Lt. Gov. Bell and Atty. Gen. Frost sued.", "They lost."],
    ["A spokesman for the U.S. Embassy declined.", "He gave no reason."],
    ["The plane carried U.S. Secretary of State Ann Dole.", "She waved."],
    ["The law covers the U.S., Canada and Mexico.", "It does not cover Oru."],
    ["Washington said the U.S. would pay.", "It did."],
    ["The N.Y. Times ran the story.", "L.A. papers did not."],
    ["Is it the U.S.?", "It is not."],
    ["Aid reached 4,000 people in Ya'an.", "Each got 20 kg. of rice."],
    ["The company, Tull Corp., was fined.", "It paid."],
    ["They owe the I.M.F. a billion.", "They owe the I.R.S. more."],
    ["The bridge is 400 ft. long.", "The road is 3 mi. long."],
    ["Maj. Gen. Key led Sgt. 1st Class Poe.", "They won."],
    ["The act, H.R. 40, failed.", "It will be back."],
    ["Supt. Bell runs 12 schools.", "Insp. Frost runs none."],
    ["Ten soldiers came from Pa. and Va. on Friday.", "Two stayed."],
    ["It rose from approx. 30 to max. 40.", "Then it fell."],
    ["The EU backed the plan.", "The U.N. Security Council did not."],
    ["Tull, Dent et al. v. Oru was heard.", "No ruling came."],
]

# What is known to go wrong: names, capitals and stops alone do not tell here.
HARD = [
    ["Doors open at 10 a.m.", "Tickets cost four dollars."],
    ["There is no plan B.", "Ministers say so themselves."],
    ["My brother and I.", "That was the title."],
    ["The talks in Geneva, Switz. failed.", "Talks in Vienna go on."],
    ["The bill helps farmers in the U.S.", "Farmers like it."],
    ["That is the view of the U.S.", "China disagrees."],
    ["He returned to the U.S.", "Mr. Orlo stayed."],
    ["It is made in the U.S.", "President Tull said so."],
    ["H.R. 1319 passed.", "S. 24 did not."],
]


# Written when the rules stood, and no rule was changed for them.
FRESH = [
    ["Adm. Roy Keel sailed on Aug. 9.", "His ship sank on Aug. 12."],
    ["The envoy left for the U.S. on Sunday.", "Talks with the U.N. resumed at once."],
    ["Critics say the plan helps no one outside Washington, D.C.", "Supporters disagree."],
    ["He runs a shop in Tampa, Fla.", "His brother runs another in Macon, Ga."],
    ["The rally starts at noon and ends at 4 p.m.", "Police expect 9,000 people."],
    ["The rally ends at 4 p.m. Sunday.", "Streets will be closed."],
    ["“I will not resign,” Gov. Lane said.", "“Not now, not ever.”"],
    ["Rep. Dale Fox (R-Ky.) voted no.", "Rep. Ida Moss (D-Va.) voted yes."],
    ["Shares of Orin Corp. fell 3.2 percent.", "Those of Kell Inc. rose."],
    ["Regulators fined Orin Corp.", "The company will appeal."],
    ["The two firms, Orin Corp. and Kell Inc., will merge.", "Approval is due in Nov."],
    ["She asked for a vote.", "The answer was no.", "Members booed."],
    ["It was her No. 1 demand.", "Nobody listened."],
    ["E. M. Tarrow wrote the novel.", "B.J. Orr bought the rights."],
    ["Lyndon B. Rice beat Hugh C. Price by 14 votes.", "A recount is under way."],
    ["The hearing on H.R. 77 is set for Tues. at 10 a.m.", "It is open to all."],
    ["The U.S. Coast Guard rescued six men.", "All are well."],
    ["They want to visit the U.S.", "She has never been there."],
    ["They want to visit the U.S.", "Many cannot get a visa."],
    ["Trade with the U.K. rose.", "Trade with the E.U. fell."],
    ["The bill allows exports to the U.K.", "Ministers called it a triumph."],
    ["Dr. Chen, Ph.D., testified.", "Prof. Small did not."],
    ["The suspect, John Dorr Jr., fled.", "Police found him on Park Ave. at dawn."],
    ["The school stands on Grove St.", "Parents call it unsafe."],
    ["Prices rose in 2008.", "Wages did not."],
    ["Was it legal?", "Sen. Moss thinks so.", "“Absolutely!” she said."],
    ["Lt. Cmdr. Ames and Maj. Gen. Holt met in St. Louis.", "Neither spoke."],
    ["The ministry... has not replied.", "Its spokesman is ill."],
    ["The doctor said he was ill.", "Aides denied it."],
    ["The F.D.A. approved the drug.", "The C.D.C. urged caution."],
    ["The case went to the F.B.I.", "It was closed in a week."],
    ["Mr. Hope and Mrs. Faith Bliss sued.", "They won."],
]


def boundaries(pieces):
    """Where the sentences before the last end, in the pieces joined by spaces."""
    return {sum(map(len, pieces[:count])) + count - 1 for count in range(1, len(pieces))}


@pytest.mark.parametrize("pieces", PARAGRAPHS, ids=lambda pieces: pieces[0][:40])
def test_sentences_end_where_they_should(pieces):
    text = " ".join(pieces)
    assert [text[start:end] for start, end in sentences(text)] == pieces


@pytest.mark.parametrize(("paragraphs", "all_of_them"), [(PARAGRAPHS + HARD, 113), (FRESH, 34)], ids=["known", "fresh"])
def test_most_boundaries_are_found_and_hardly_any_is_invented(paragraphs, all_of_them):
    missed = invented = total = 0
    for pieces in paragraphs:
        text = " ".join(pieces)
        found = {end for _, end in sentences(text)} - {len(text)}
        missed += len(boundaries(pieces) - found)
        invented += len(found - boundaries(pieces))
        total += len(boundaries(pieces))
    assert total == all_of_them
    assert missed / total < 0.07
    assert invented / total < 0.03


@pytest.mark.parametrize(
    ("word", "after", "ended"),
    [
        ("came", "He", True),
        ("came", "he", True),
        ("U.S", "Senate", False),
        ("U.S", "troops", False),
        ("U.S", "Officials", True),
        ("Mr", "White", False),
        ("Sen", "Long", False),
        ("no", "Officials", True),
        ("No", "10", False),
        ("W", "Bush", False),
        ("T", "Long", False),
        ("C", "The", True),
        ("S.E.C", "sued", False),
        ("D-Calif", "spoke", False),
        ("2021", "Nobody", True),
    ],
)
def test_a_sentence_ends_by_the_words_around_its_stop(word, after, ended):
    assert ends(word, ".", after) is ended


@pytest.mark.parametrize(
    ("stop", "after", "ended"), [("?", "He", True), ("!?", "he", True), ("...", "The", True), ("...", "or", False)]
)
def test_other_stops_end_a_sentence_before_a_capital(stop, after, ended):
    assert ends("Really", stop, after) is ended


def test_quotation_marks_and_brackets_do_not_hide_the_word_behind_them():
    text = "He left the U.S. “Nobody saw him.” (The F.B.I. (at first) did.)"
    assert [text[start:end].strip() for start, end in punkt_spans(text)] == [
        "He left the U.S.",
        "“Nobody saw him.”",
        "(The F.B.I. (at first) did.)",
    ]
    assert len(punkt_spans("“Mr. White left,” she said.")) == 1


def test_the_number_of_a_note_belongs_to_the_sentence_before_it():
    text = "They met.[4] Nobody came."
    assert text[: punkt_spans(text)[0][1]] == "They met.[4] "


def test_spans_cover_the_block():
    text = "One. Two! Three?"
    spans = punkt_spans(text)
    assert "".join(text[start:end] for start, end in spans) == text
    assert punkt_spans("No stop inside") == [(0, 14)]
    assert punkt_spans("") == [(0, 0)]


def test_the_shipped_parameters_are_what_training_writes():
    lists = {name: entries for name, entries in learnt().items() if name != "about"}
    assert list(lists) == ["abbreviations", "also_words", "collocations", "ordinary_words", "sentence_starters"]
    assert all(entries == sorted(entries) for entries in lists.values())
    assert {source["licence"] for source in learnt()["about"]["corpora"]} == {
        "CC BY 3.0 AU",
        "works of the US government",
    }
    assert {"u.s", "p.m", "sen", "jr"} <= set(lists["abbreviations"])
    assert {"the", "he", "but"} <= set(lists["sentence_starters"])
    assert not {"john", "smith"} & set(lists["sentence_starters"])
    assert {"officials", "nobody"} <= set(lists["ordinary_words"])


def test_the_shipped_parameters_are_small():
    from mediastudy import corpus

    assert (Path(corpus.__file__).parent / "punkt.json").stat().st_size < 1_500_000


def test_titles_are_abbreviations_in_small_letters_without_the_last_stop():
    assert TITLES <= ABBREVIATIONS
    assert all(word == word.lower() and not word.endswith(".") for word in ABBREVIATIONS)


def test_punkt_decides_as_nltk_would_where_no_rule_of_ours_does():

    tokenizer = punkt()
    text = "The firm Acme Inc. sued. The D.C. Circuit met at 5 p.m. Officials in the U.S. Senate, etc. left. Few came."
    assert [end for _, end in punkt_spans(text)] == [
        *(start for start, _ in list(tokenizer.span_tokenize(text))[1:]),
        len(text),
    ]
