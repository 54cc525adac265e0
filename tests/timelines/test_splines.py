import numpy as np
import pytest

from mediastudy.timelines.splines import fit


def test_a_curve_is_followed():
    time = np.linspace(0, 1, 40)
    true = 200 * np.exp(np.sin(2 * np.pi * time))
    smooth, low, high = fit(time, np.round(true), np.ones(40))
    assert smooth == pytest.approx(true, rel=0.05)
    assert ((low < true) & (true < high)).mean() > 0.9


def test_a_rate_does_not_depend_on_the_unit_of_exposure_or_time():
    time, counts = np.arange(12.0), np.array([3, 5, 4, 8, 9, 7, 12, 15, 11, 9, 6, 7.0])
    one = fit(time, counts, np.ones(12))
    other = fit(365 * time + 9_000, counts, np.full(12, 1e-3))
    for here, there in zip(one, other, strict=True):
        assert there / 1e3 == pytest.approx(here, rel=0.01)


def test_counts_that_vary_more_have_a_wider_band():
    time = np.arange(20.0)
    calm = fit(time, np.array([19, 21] * 10, dtype=float), np.ones(20))
    wild = fit(time, np.array([4, 36] * 10, dtype=float), np.ones(20))
    assert (wild[2] - wild[1]).mean() > 2 * (calm[2] - calm[1]).mean()


def test_the_band_holds_the_true_rate_about_as_often_as_it_says():
    random = np.random.default_rng(5)
    time = np.linspace(0, 1, 30)
    true = 10 * np.exp(0.8 * time)
    held = []
    for _ in range(40):
        counts = random.poisson(random.gamma(4.0, true / 4.0)).astype(float)
        _, low, high = fit(time, counts, np.ones(30))
        held.append(((low <= true) & (true <= high)).mean())
    assert np.mean(held) > 0.9
