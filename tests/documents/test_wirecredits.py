import pytest

from mediastudy.documents.wirecredits import agency_of

BODY = "The harbour of Porto Alba opened on Monday after ten years.\n\nThe mayor cut a ribbon."


@pytest.mark.parametrize(
    ("fields", "agency"),
    [
        ({"agency": "The Associated Press", "text": BODY}, "AP"),
        ({"agency": "Coast Press", "text": BODY}, "Coast Press"),
        ({"byline": "Reuters Staff", "text": BODY}, "Reuters"),
        ({"byline": "Mara Okhai, Associated Press Writer", "text": BODY}, "AP"),
        ({"byline": "Mara Okhai (AFP)", "text": BODY}, "AFP"),
        ({"byline": "dpa/afp", "text": BODY}, "dpa"),
        ({"dateline": "PORTO ALBA, May 3 (Xinhua)", "text": BODY}, "Xinhua"),
        ({"text": f"PORTO ALBA, May 3 (Xinhua) -- {BODY}"}, "Xinhua"),
        ({"text": f"PORTO ALBA (Reuters) - {BODY}"}, "Reuters"),
        ({"text": f"Porto Alba (dpa/AFP) - {BODY}"}, "dpa"),
        ({"text": f"(AP) — {BODY}"}, "AP"),
        ({"text": f"AFP - {BODY}"}, "AFP"),
        ({"text": f"{BODY}\n\n(AP)"}, "AP"),
        ({"text": f"{BODY} (AP)"}, "AP"),
        ({"text": f"{BODY}\n\n—Reuters"}, "Reuters"),
        ({"text": f"{BODY} —Reuters"}, "Reuters"),
        ({"text": f"{BODY}\n\ndpa/AFP"}, "dpa"),
        ({"text": f"{BODY}\n\nSource: Xinhua"}, "Xinhua"),
        ({"text": f"Source: Xinhua News Agency\n\n{BODY}"}, "Xinhua"),
        ({"text": f"{BODY}\n\n© 2019 Agence France-Presse"}, "AFP"),
        ({"text": f"{BODY}\n\nCopyright 2019 The Associated Press. All rights reserved."}, "AP"),
        ({"text": f"{BODY}\n\nWith files from The Canadian Press"}, "Canadian Press"),
        ({"text": f"{BODY}\n\n(With inputs from PTI)"}, "PTI"),
        ({"text": "新华社阿尔巴港8月29日电 新港口今天开放。"}, "Xinhua"),
        ({"text": "据新华社报道，新港口今天开放。"}, "Xinhua"),
        ({"text": "中新社阿尔巴港8月29日电 (记者 某某)新港口今天开放。"}, "China News Service"),
        ({"text": "新港口今天开放。（新华社）"}, "Xinhua"),
        ({"text": "新港口今天开放。\n\n来源：新华网"}, "Xinhua"),
    ],
)
def test_a_credit_in_any_of_these_places_is_found(fields, agency):
    assert agency_of(fields | {"outlet": "Coast Daily"}) == agency


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "The mayor was glad, he told Reuters."},
        {"text": f"He told Reuters on Monday. {BODY}"},
        {"text": f"{BODY} The agency that first reported it was the Associated Press (AP)."},
        {"text": f"{BODY}\n\nThe mayor spoke to AFP and dpa."},
        {"text": f"Reuters reported that ships came. {BODY}"},
        {"text": f"HARRISBURG, PA -- {BODY}"},
        {"text": f"{BODY}\n\nA ship comes in. (AP Photo/Mara Okhai)"},
        {"byline": "Sana Okhai", "text": BODY},
        {"byline": "Sana, Pap and Ani", "text": BODY},
        {"text": "市长对新华社记者说，新港口今天开放。"},
        {"text": "一艘船进港。（新华社记者某某摄）"},
        {"captions": "A ship. (Reuters)", "text": BODY},
        {"text": BODY},
        {"text": ""},
        {"text": None, "byline": float("nan")},
    ],
)
def test_what_only_mentions_an_agency_is_no_credit(fields):
    assert agency_of(fields | {"outlet": "Coast Daily"}) is None


@pytest.mark.parametrize(
    ("outlet", "text"),
    [
        ("Reuters News", f"PORTO ALBA (Reuters) - {BODY}"),
        ("Associated Press Newswires", f"PORTO ALBA (AP) - {BODY}"),
        ("Xinhua General News Service", f"PORTO ALBA, May 3 (Xinhua) -- {BODY}"),
        ("新华网", "新华社阿尔巴港8月29日电 新港口今天开放。"),
        ("AP Worldstream", f"{BODY} (AP)"),
        ("Deutsche Presse-Agentur", f"{BODY}\n\ndpa"),
    ],
)
def test_an_agency_does_not_credit_itself(outlet, text):
    assert agency_of({"outlet": outlet, "text": text}) is None
