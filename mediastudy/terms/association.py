"""Measures of how strongly a collocate is drawn to a node.

``o11`` are the co-occurrences, ``e11`` those expected, ``row`` all positions near the node, ``column`` the tokens of
the collocate, ``total`` all tokens of the table of four cells. Arrays of one shape in, an array of that shape out.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]


def mutual_information(o11: ArrayLike, e11: ArrayLike, *, power: int = 1) -> Numbers:
    """The binary log of o11 to the power of ``power`` by e11: MI, MI2 or MI3.

    References
    ----------
    Church, K. W. and Hanks, P. (1990). Word association norms, mutual information, and lexicography. Computational
    Linguistics 16(1), 22-29. Daille, B. (1994). Approche mixte pour l'extraction automatique de terminologie. Thesis,
    Université Paris 7 (powers).

    Examples
    --------
    >>> mutual_information([4], [1]).tolist(), mutual_information([4], [1], power=3).tolist()
    ([2.0], [6.0])
    """
    return np.asarray(power * np.log2(np.asarray(o11, float)) - np.log2(np.asarray(e11, float)))


def t_score(o11: ArrayLike, e11: ArrayLike) -> Numbers:
    """The difference of observed and expected by the root of observed.

    References
    ----------
    Church, K., Gale, W., Hanks, P. and Hindle, D. (1991). Using statistics in lexical analysis. In U. Zernik (ed.),
    Lexical acquisition, 115-164. Erlbaum.

    Examples
    --------
    >>> t_score([4], [1]).tolist()
    [1.5]
    """
    return np.asarray((np.asarray(o11, float) - np.asarray(e11, float)) / np.sqrt(np.asarray(o11, float)))


def z_score(o11: ArrayLike, e11: ArrayLike) -> Numbers:
    """The difference of observed and expected by the root of expected.

    References
    ----------
    Berry-Rogghe, G. L. M. (1973). The computation of collocations and their relevance in lexical studies. In A. J.
    Aitken, R. W. Bailey and N. Hamilton-Smith (eds), The computer and literary studies, 103-112. Edinburgh University
    Press. Without its correction for continuity.

    Examples
    --------
    >>> z_score([4], [1]).tolist()
    [3.0]
    """
    return np.asarray((np.asarray(o11, float) - np.asarray(e11, float)) / np.sqrt(np.asarray(e11, float)))


def dice(o11: ArrayLike, first: ArrayLike, second: ArrayLike) -> Numbers:
    """Twice the co-occurrences by the sum of the two frequencies.

    References
    ----------
    Dice, L. R. (1945). Measures of the amount of ecologic association between species. Ecology 26(3), 297-302.

    Examples
    --------
    >>> dice([4], [6], [10]).tolist()
    [0.5]
    """
    return np.asarray(2 * np.asarray(o11, float) / (np.asarray(first, float) + np.asarray(second, float)))


def log_dice(o11: ArrayLike, node: ArrayLike, column: ArrayLike) -> Numbers:
    """14 + the binary log of Dice on the frequencies of node and collocate.

    It does not depend on the size of the corpus, so that corpora and periods can be compared. For a node and collocate
    that always stand together once it is 14.

    References
    ----------
    Rychlý, P. (2008). A lexicographer-friendly association score. In P. Sojka and A. Horák (eds), Proceedings of recent
    advances in Slavonic natural language processing, 6-9. Masaryk University.

    Examples
    --------
    >>> log_dice([4], [6], [10]).tolist()
    [13.0]
    """
    return np.asarray(14 + np.log2(dice(o11, node, column)))


def minimum_sensitivity(o11: ArrayLike, row: ArrayLike, column: ArrayLike) -> Numbers:
    """The smaller share: of the positions near the node, or of the collocate's tokens.

    References
    ----------
    Pedersen, T. and Bruce, R. (1996). What to infer from a description. Technical report 96-CSE-04, Southern Methodist
    University.

    Examples
    --------
    >>> minimum_sensitivity([4], [8], [5]).tolist()
    [0.5]
    """
    return np.asarray(np.asarray(o11, float) / np.maximum(np.asarray(row, float), np.asarray(column, float)))


def delta_p(o11: ArrayLike, given: ArrayLike, other: ArrayLike, total: ArrayLike) -> Numbers:
    """How much likelier the other is where the given one is than where it is not.

    With ``row`` given it is that of the collocate near the node, with ``column`` given that of the node near the
    collocate.

    References
    ----------
    Gries, S. Th. (2013). 50-something years of work on collocations. International Journal of Corpus Linguistics 18(1),
    137-165.

    Examples
    --------
    >>> delta_p([4], [8], [5], [16]).tolist()
    [0.375]
    """
    observed, first, second, whole = (np.asarray(part, float) for part in (o11, given, other, total))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(observed / first - (second - observed) / (whole - first))
