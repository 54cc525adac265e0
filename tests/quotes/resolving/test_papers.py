def test_a_document_is_described_by_who_issued_it(speakers):
    text = "The Water Board issued a circular on wells. The circular says rain was late."
    assert speakers(text, "The circular")[0].role == "circular on wells of the Water Board"


def test_a_document_carries_its_title(speakers):
    text = 'Tull released a white paper titled "Roads and Light". The white paper says rain was late.'
    assert speakers(text, "The white paper")[0].name == "white paper “Roads and Light”"


def test_the_document_is_the_one_quoted_before(speakers):
    found = speakers(
        "The white paper says rain was late. The document says wells were dry.", "The white paper", "The document"
    )
    assert [who.name for who in found] == ["white paper", "white paper"]


def test_a_meeting_is_told_in_full(speakers):
    text = "The annual conference on wells met in Tull. The conference held that rain was late. The meeting agreed."
    found = speakers(text, "The conference", "The meeting")
    assert [(who.name, who.kind) for who in found] == [("annual conference on wells", "group")] * 2


def test_it_is_the_body_that_opens_the_sentence(speakers):
    text = "The Water Union said rain was late. The Farm Guild disagreed: wells, it argued, were dry."
    assert [who.name for who in speakers(text, "The Water Union", "it")] == ["Water Union", "Farm Guild"]


def test_a_body_is_named_after_what_it_is(speakers):
    found = speakers("Power company Nanden said rain was late.", "Power company Nanden")[0]
    assert found[:3] == ("Nanden", "organisation", "power company")


def test_an_acronym_is_the_body_whose_initials_it_is(speakers):
    assert speakers("The Tull Water Agency met. The TWA said rain was late.", "The TWA")[0].name == "Tull Water Agency"


def test_a_numbered_part_is_of_the_document_quoted_before(speakers):
    found = speakers("The decree on wells says rain was late. Article 9 says so.", "The decree", "Article 9")[1]
    assert (found.name, found.kind, found.role) == ("Article 9", "document", "article of the decree on wells")


def test_a_numbered_part_without_a_document_before_has_no_role(speakers):
    assert speakers("Section 3 says rain was late.", "Section 3")[0][:3] == ("Section 3", "document", None)
