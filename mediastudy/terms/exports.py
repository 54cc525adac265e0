"""The table of keywords as other programs print it, for comparison with what they printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy import tables
from mediastudy.terms import contingency

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Numbers = NDArray[np.float64]

_NEEDED: Final = [
    "type",
    *(f"{what}_{side}" for what in ("frequency", "document_frequency", "tokens") for side in ("target", "reference")),
    *("log_likelihood", "log_likelihood_2cell", "log_ratio", "difference_percent", "risk_ratio", "odds_ratio"),
    *("bic_2cell", "ell"),
]
# quanteda adds this to each ratio before it takes the logarithm.
_ADDED: Final = 1e-9
# The expected frequency below which quanteda applies Yates's correction.
_SMALL: Final = 5
_PER: Final = 10_000


class _Cells(NamedTuple):
    """The four cells of each type: its own and all other tokens, in the target and in the reference."""

    target: Numbers
    reference: Numbers
    target_others: Numbers
    reference_others: Numbers

    @property
    def total(self) -> Numbers:
        """All tokens of both corpora."""
        return self.target + self.reference + self.target_others + self.reference_others

    @property
    def expected(self) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """The cells if both corpora used the type alike."""
        ours, theirs = self.target + self.target_others, self.reference + self.reference_others
        types, others = self.target + self.reference, self.target_others + self.reference_others
        corners = ((ours, types), (theirs, types), (ours, others), (theirs, others))
        first, second, third, fourth = (contingency.expected(row, column, self.total) for row, column in corners)
        return first, second, third, fourth

    @property
    def product(self) -> Numbers:
        """The difference of the products of opposite cells."""
        return np.asarray(self.target * self.reference_others - self.reference * self.target_others)


@tables.framed
def keywords_as(table: pd.DataFrame, tool: str) -> pd.DataFrame:
    """The keywords with the columns, values and order of another program.

    Parameters
    ----------
    table : made by :func:`mediastudy.keywords`; with ``minimum=1`` it holds all types, as these programs do
    tool : ``"quanteda"`` (textstat_keyness, chi-squared), ``"quanteda_lr"`` (the same with ``measure = "lr"``),
        ``"antconc"`` (4), ``"conc"``, ``"tidylo"`` or ``"rayson"`` (the log-likelihood and effect size calculator)

    Returns
    -------
    pd.DataFrame
        quanteda: ``feature``, ``chi2`` or ``G2`` (signed, Yates's correction where an expectation is below 5), ``p``,
        ``n_target``, ``n_reference``.
        antconc: ``Type``, ``Rank``, ``Freq_Tar``, ``Freq_Ref``, ``Range_Tar``, ``Range_Ref`` (documents),
        ``Keyness (Likelihood)`` (G2 of four cells), ``Keyness (Effect)`` (Dice); types that the target uses more,
        without a threshold of significance. Names and Dice were not checked against the program.
        conc: ``rank``, ``token``, ``frequency``, ``frequency_reference``, ``normalized_frequency`` and
        ``normalized_frequency_reference`` (per 10,000 tokens), ``relative_risk`` and ``log_ratio`` (0.5 for none in
        the reference), ``log_likelihood`` (G2 of two cells); types that the target does not use less.
        tidylo: ``set``, ``feature``, ``n``, ``log_odds_weighted`` (each corpus against both, z), given a table in which
        each type has a row for both corpora, also where n is 0.
        rayson: ``Item``, ``O1``, ``%1``, ``O2``, ``%2``, ``LL`` (of two cells, signed), ``%DIFF``, ``Bayes``, ``ELL``,
        ``RRisk``, ``LogRatio``, ``OddsRatio``, infinite where they divide by nothing.

    Raises
    ------
    ValueError
        If the tool is unknown or the table lacks a column.

    References
    ----------
    Benoit, K. et al. (2018). quanteda: An R package for the quantitative analysis of textual data. Journal of Open
    Source Software 3(30), 774. Values of quanteda.textstats 0.97.
    Anthony, L. (2023). AntConc (version 4.2). Waseda University.
    Ford, G. (2025). Conc (version 0.1.13).
    Schnoebelen, T., Silge, J. and Hayes, A. (2022). tidylo: Weighted tidy log odds ratio (version 0.2).
    Rayson, P. (2016). Log-likelihood and effect size calculator. http://ucrel.lancs.ac.uk/llwizard.html

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> from mediastudy.terms.keyness import keywords
    >>> corpus = Corpus.build(pd.DataFrame({"document": list("ab"), "text": ["Aid for aid", "More wool"]}))
    >>> table = keywords(corpus.where(corpus.rows < 1), corpus.where(corpus.rows > 0), minimum=1)
    >>> keywords_as(table, "conc")[["rank", "token", "frequency", "log_ratio"]].round(2).values.tolist()
    [[1, 'aid', 2, 1.42], [2, 'for', 1, 0.42]]
    """
    tables.choose(tool, _TOOLS, what="tool")
    tables.require(table, _NEEDED, what="keywords")
    return _TOOLS[tool](table.reset_index(drop=True)).reset_index(drop=True)


def _cells(table: pd.DataFrame) -> _Cells:
    """The four cells of each type in the table."""
    ours, theirs = (table[f"frequency_{side}"].to_numpy(float) for side in ("target", "reference"))
    return _Cells(ours, theirs, table["tokens_target"] - ours, table["tokens_reference"] - theirs)


def _corrected(cells: _Cells) -> NDArray[np.bool_]:
    """Where quanteda applies Yates's correction."""
    return np.asarray((np.min(cells.expected, axis=0) < _SMALL) & (np.abs(cells.product) >= cells.total / 2))


def _quanteda(table: pd.DataFrame, name: str, value: Numbers) -> pd.DataFrame:
    """The columns of textstat_keyness with one measure."""
    from scipy import special

    found = {
        "feature": table["type"],
        name: value,
        "p": special.chdtrc(1, np.abs(value)),
        "n_target": table["frequency_target"],
        "n_reference": table["frequency_reference"],
    }
    return pd.DataFrame(found).sort_values([name, "feature"], ascending=[False, True])


def _quanteda_chi2(table: pd.DataFrame) -> pd.DataFrame:
    """textstat_keyness by its default."""
    cells = _cells(table)
    distance = np.abs(cells.product) - np.where(_corrected(cells), cells.total / 2, 0)
    # The product of the expectations' opposite pairs is that of the margins, divided by the total twice.
    margins = cells.expected[0] * cells.expected[3] * cells.total**2
    sign = np.where(cells.target > cells.expected[0], 1, -1)
    return _quanteda(table, "chi2", sign * cells.total * distance**2 / margins)


def _quanteda_lr(table: pd.DataFrame) -> pd.DataFrame:
    """textstat_keyness with the likelihood ratio."""
    cells = _cells(table)
    moved = np.where(_corrected(cells), 0.5, 0) * np.where(cells.product > 0, -1, 1)
    shifted = (cells[0] + moved, cells[1] - moved, cells[2] - moved, cells[3] + moved)
    # The correction leaves the margins, and so the expectations, as they are.
    pairs = zip(shifted, cells.expected, strict=True)
    value = 2 * sum(cell * np.log(cell / mean + _ADDED) for cell, mean in pairs)
    return _quanteda(table, "G2", np.asarray(np.where(cells.target > cells.expected[0], value, -value)))


def _antconc(table: pd.DataFrame) -> pd.DataFrame:
    """AntConc's keyword list."""
    more = table[table["log_likelihood"] > 0].sort_values(["log_likelihood", "type"], ascending=[False, True])
    both = more["frequency_target"] + more["frequency_reference"]
    return pd.DataFrame(
        {
            "Type": more["type"],
            "Rank": np.arange(1, len(more) + 1),
            "Freq_Tar": more["frequency_target"],
            "Freq_Ref": more["frequency_reference"],
            "Range_Tar": more["document_frequency_target"],
            "Range_Ref": more["document_frequency_reference"],
            "Keyness (Likelihood)": more["log_likelihood"],
            "Keyness (Effect)": 2 * more["frequency_target"] / (more["tokens_target"] + both),
        }
    )


def _conc(table: pd.DataFrame) -> pd.DataFrame:
    """The report of keywords of conc."""
    ratio = 2 ** table["log_ratio"]
    kept = table.assign(ratio=ratio)[(table["frequency_target"] > 0) & (ratio >= 1)]
    more = kept.sort_values(["log_likelihood_2cell", "type"], ascending=[False, True])
    return pd.DataFrame(
        {
            "rank": np.arange(1, len(more) + 1),
            "token": more["type"],
            "frequency": more["frequency_target"],
            "frequency_reference": more["frequency_reference"],
            "normalized_frequency": more["frequency_target"] / more["tokens_target"] * _PER,
            "normalized_frequency_reference": more["frequency_reference"] / more["tokens_reference"] * _PER,
            "relative_risk": more["ratio"],
            "log_ratio": more["log_ratio"],
            "log_likelihood": more["log_likelihood_2cell"],
        }
    )


def _tidylo(table: pd.DataFrame) -> pd.DataFrame:
    """bind_log_odds of tidylo, given one row for each corpus and type, counts of 0 included."""
    return pd.concat([_tidylo_set(table, "target"), _tidylo_set(table, "reference")])


def _tidylo_set(table: pd.DataFrame, side: str) -> pd.DataFrame:
    """The rows of one corpus against both, each count being raised by the type's total as a prior."""
    prior = (table["frequency_target"] + table["frequency_reference"]).to_numpy(float)
    tokens = (table["tokens_target"] + table["tokens_reference"]).to_numpy(float)
    own, of_set = table[f"frequency_{side}"] + prior, table[f"tokens_{side}"] + tokens
    of_type, of_all = 3 * prior, 3 * tokens
    difference = np.log(own / (of_set - own)) - np.log(of_type / (of_all - of_type))
    return pd.DataFrame(
        {
            "set": side,
            "feature": table["type"],
            "n": table[f"frequency_{side}"],
            "log_odds_weighted": difference / np.sqrt(1 / own + 1 / of_type),
        }
    )


def _rayson(table: pd.DataFrame) -> pd.DataFrame:
    """The rows of the calculator, from the largest log-likelihood down."""
    order = np.lexsort((table["type"].to_numpy(dtype=object), -table["log_likelihood_2cell"].abs()))
    rows = table.iloc[order]
    return pd.DataFrame(
        {
            "Item": rows["type"],
            "O1": rows["frequency_target"],
            "%1": 100 * rows["frequency_target"] / rows["tokens_target"],
            "O2": rows["frequency_reference"],
            "%2": 100 * rows["frequency_reference"] / rows["tokens_reference"],
            "LL": rows["log_likelihood_2cell"],
            "%DIFF": rows["difference_percent"],
            "Bayes": rows["bic_2cell"],
            "ELL": rows["ell"],
            "RRisk": rows["risk_ratio"],
            "LogRatio": rows["log_ratio"],
            "OddsRatio": rows["odds_ratio"],
        }
    )


_TOOLS: Final[Mapping[str, Callable[[pd.DataFrame], pd.DataFrame]]] = {
    "quanteda": _quanteda_chi2,
    "quanteda_lr": _quanteda_lr,
    "antconc": _antconc,
    "conc": _conc,
    "tidylo": _tidylo,
    "rayson": _rayson,
}
