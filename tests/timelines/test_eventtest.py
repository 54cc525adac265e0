import numpy as np
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.corpus import Corpus
from mediastudy.timelines.eventtest import event_test
from mediastudy.timelines.intervals import poisson
from mediastudy.timelines.timeline import timeline


def monthly(hits, clustering=1.0, **columns):
    """A timeline of a million tokens and fifty documents a month from 1990 on."""
    months = pd.Series(pd.date_range("1990-01-01", periods=len(hits), freq="MS"))
    low, high = poisson(hits, 1.0, effect=clustering)
    rows = pd.DataFrame({"period": months, "phrase": "aid", "hits": hits, "tokens": 1_000_000, "documents": 50})
    ends = months + pd.offsets.MonthEnd()
    rates = {"rate": np.asarray(hits, dtype=float), "rate_low": low, "rate_high": high}
    return rows.assign(period_end=ends, **rates).assign(**columns)


def events(*dates, **columns):
    rows = pd.DataFrame({"first": pd.to_datetime(list(dates)), "label": "Strike"})
    return rows.assign(last=rows["first"], event=np.arange(1, len(rows) + 1)).assign(**columns)


def test_the_windows_leave_the_periods_of_the_event_out():
    row = event_test(monthly([1, 2, 3, 90, 6, 7, 8]), events("1990-04-17"), window=2).iloc[0]
    assert [row[f"hits_{side}"] for side in ("before", "during", "after")] == [5, 90, 13]
    assert [row[f"rate_{side}"] for side in ("before", "during", "after")] == [2.5, 90, 6.5]
    assert [row[f"tokens_{side}"] for side in ("before", "during", "after")] == [2_000_000, 1_000_000, 2_000_000]
    assert row["documents_before"] == 100
    assert row["ratio"] == pytest.approx(13 / 5)


def test_a_span_and_a_gap_of_days_are_left_out():
    spanning = events("1990-03-31", last=pd.Timestamp("1990-04-01"))
    row = event_test(monthly([1, 2, 3, 90, 6, 7, 8]), spanning, window=2).iloc[0]
    assert (row["hits_before"], row["hits_during"], row["hits_after"]) == (3, 93, 13)
    late = event_test(monthly([1, 2, 3, 90, 6, 7, 8]), events("1990-04-20"), window=2, gap=11).iloc[0]
    assert (late["hits_before"], late["hits_during"], late["hits_after"]) == (5, 96, 15)


def test_the_interval_is_exact_for_poisson_counts_and_wider_for_clusters():
    hits = [4, 4, 0, 8, 8]
    plain = event_test(monthly(hits), events("1990-03-01"), window=2).iloc[0]
    # Clopper and Pearson's bounds of 16 in 24 are .447 and .844; their odds bound a ratio of equal exposures.
    assert plain[["ratio", "ratio_low", "ratio_high"]].tolist() == pytest.approx([2, 0.8076, 5.4006], rel=2e-3)
    clustered = event_test(monthly(hits, clustering=2.0), events("1990-03-01"), window=2).iloc[0]
    assert clustered["ratio"] == 2
    assert clustered["ratio_low"] < 0.9 * plain["ratio_low"]
    assert clustered["ratio_high"] > 1.2 * plain["ratio_high"]


def test_a_ratio_without_hits_on_a_side_is_infinite_nought_or_missing():
    from_none = event_test(monthly([0, 0, 3]), events("1990-02-01"), window=1).iloc[0]
    assert (from_none["ratio"], from_none["ratio_high"]) == (np.inf, np.inf)
    assert from_none["ratio_low"] > 0
    to_none = event_test(monthly([3, 0, 0]), events("1990-02-01"), window=1).iloc[0]
    assert (to_none["ratio"], to_none["ratio_low"]) == (0, 0)
    assert np.isfinite(to_none["ratio_high"])
    silent = event_test(monthly([0, 3, 0]), events("1990-02-01"), window=1).iloc[0]
    assert silent[["ratio", "ratio_low", "ratio_high"]].isna().all()


def test_the_p_counts_the_placebo_dates_that_changed_as_much():
    hits = np.full(12 * 22, 10)
    hits[12 * 11 :] = 40
    row = event_test(monthly(hits), events("2001-01-01"), window=6).iloc[0]
    assert row["placebos"] == 20
    assert row["p"] == row["p_floor"] == 1 / 21
    assert pd.isna(row["warning"])
    other = event_test(monthly(hits), events("1996-01-01"), window=6).iloc[0]
    assert other["p"] > 0.5


def test_the_break_of_another_event_is_no_placebo():
    hits = np.full(12 * 22, 10)
    hits[12 * 11 :] = 40
    hits[12 * 5 + 1 :] += 5
    alone = event_test(monthly(hits), events("1995-01-01"), window=6).iloc[0]
    known = event_test(monthly(hits), events("1995-01-01", "2001-01-01"), window=6).iloc[0]
    assert (alone["placebos"], known["placebos"]) == (20, 19)
    assert alone["p"] == 2 / 21
    assert known["p"] == 1 / 20


def test_a_steady_rise_is_no_event():
    hits = np.round(10 * 1.01 ** np.arange(12 * 22)).astype(int)
    row = event_test(monthly(hits), events("2001-01-01"), window=6).iloc[0]
    assert row["ratio"] > 1.05
    assert row["p"] > 0.2


def test_p_is_even_where_nothing_happened_in_a_wavering_series():
    random = np.random.default_rng(4)
    small = []
    for _ in range(25):
        wave = np.zeros((12 * 30, 8))
        for place in range(1, len(wave)):
            wave[place] = 0.6 * wave[place - 1] + 0.3 * random.normal(size=8)
        counts = random.poisson(8 * np.exp(wave))
        batch = pd.concat([monthly(counts[:, place]).assign(batch=place) for place in range(8)])
        batch = batch[["batch", *batch.columns.drop("batch")]]
        date = batch["period"].iloc[random.integers(13, 12 * 30 - 13)]
        small += event_test(batch, events(date))["p"].tolist()
    # Of 200 dates, 5 % within three standard errors (4.6 points), and half below the middle.
    assert np.mean(np.array(small) <= 0.05) < 0.096
    assert 0.4 < np.mean(np.array(small) <= 0.5) < 0.6


def test_few_documents_hits_placebos_and_periods_are_warned_of():
    row = event_test(monthly([1, 2, 3, 4], documents=[15, 9, 9, 9]), events("1990-02-01"), window=2).iloc[0]
    assert row["warning"] == (
        "1 of 2 periods covered before; 15 documents before, fewer than 20; 18 documents after, fewer than 20; "
        "8 hits in both windows, fewer than 10; 0 placebo dates, fewer than the 19 that p = .05 needs"
    )
    assert np.isnan(row["p"])
    assert (row["p_floor"], row["placebos"]) == (1, 0)
    near = event_test(monthly([9] * 9), events("1990-04-01", "1990-06-01"), window=2)
    assert near["warning"].str.contains("another event in a window").all()


def test_an_event_outside_the_series_has_nothing_before_or_after():
    for date in ("1980-01-01", "2020-01-01"):
        row = event_test(monthly([5, 5, 5]), events(date), window=1).iloc[0]
        assert (row["documents_before"], row["documents_after"], row["placebos"]) == (0, 0, 0)
        assert row[["rate_before", "rate_after", "ratio", "p"]].isna().all()


def test_a_window_hardly_covered_gives_no_p():
    hits = np.full(12 * 22, 10)
    tokens = np.full(12 * 22, 1_000_000)
    tokens[12 * 11 + 1 : 12 * 11 + 5] = 0
    row = event_test(monthly(hits, tokens=tokens), events("2001-01-01"), window=6).iloc[0]
    assert np.isnan(row["p"])
    assert row["warning"].startswith("2 of 6 periods covered after")


def test_each_series_and_event_has_a_row_and_the_documented_columns():
    rows = pd.concat([monthly([5] * 9, outlet=outlet, variant=None) for outlet in ("Post", None)])
    rows = rows[["outlet", *rows.columns.drop("outlet")]]
    before = rows.copy()
    happened = events("1990-03-01", "1990-06-01").set_index(pd.Index([3, 3]))
    table = event_test(rows, happened, window=2)
    assert list(table.columns) == ["outlet", *tables.COLUMNS["event_tests"]]
    assert table["outlet"].fillna("?").tolist() == ["Post"] * 2 + ["?"] * 2
    assert table["event"].tolist() == [1, 2, 1, 2]
    assert table["hits_before"].tolist() == [10] * 4
    pd.testing.assert_frame_equal(rows, before)


def test_rates_keep_the_unit_of_the_timeline():
    row = event_test(monthly([2, 0, 4], per="thousand documents"), events("1990-02-01"), window=1).iloc[0]
    assert row["per"] == "thousand documents"
    assert row[["rate_before", "rate_after"]].tolist() == pytest.approx([40, 80])


def test_without_rows_or_events_the_table_is_empty_with_its_columns():
    expected = tables.empty("event_tests").dtypes.to_dict()
    assert event_test(monthly([5] * 9), events()).dtypes.to_dict() == expected
    assert event_test(monthly([5] * 9).head(0), events("1990-03-01")).dtypes.to_dict() == expected


def test_a_timeline_of_a_corpus_can_be_tested():
    days = pd.date_range("1994-01-01", "1994-12-31").strftime("%Y-%m-%d")
    texts = ["aid and more", *["no aid"] * (len(days) - 1)]
    built = Corpus.build(pd.DataFrame({"document": days, "date": days, "text": texts}))
    row = event_test(timeline(built, "aid", every="week"), events("1994-06-15"), window=4).iloc[0]
    assert (row["hits_before"], row["hits_during"], row["hits_after"]) == (28, 7, 28)
    assert row["ratio"] == 1


def test_what_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="window must be 1 or more"):
        event_test(monthly([1]), events("1990-01-01"), window=0)
    with pytest.raises(ValueError, match="gap must be 0 or more"):
        event_test(monthly([1]), events("1990-01-01"), gap=-1)
    with pytest.raises(ValueError, match="events has no column label"):
        event_test(monthly([1]), events("1990-01-01").drop(columns="label"))


def test_a_group_named_like_a_result_is_prefixed():
    rows = monthly([2, 0, 4], label="A", effect=2.0)
    rows = rows[["label", *rows.columns.drop("label")]]
    table = event_test(rows, events("1990-02-01"), window=1)
    assert table[["document_label", "label"]].to_numpy().tolist() == [["A", "Strike"]]
