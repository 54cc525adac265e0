"""Known days, printed in the forms of nine languages and of the databases, are read back."""

from datetime import datetime, timedelta

import pytest

from mediastudy.documents.dates import parse_date

# Full names, then abbreviations as they are printed; in the order January to December.
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "en short": "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sept. Oct. Nov. Dec.",
    "en bare": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "de short": "Jan. Feb. Mär. Apr. Mai Jun. Jul. Aug. Sept. Okt. Nov. Dez.",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "fr short": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "es short": "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "nl short": "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "it short": "gen feb mar apr mag giu lug ago set ott nov dic",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "pt short": "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ru nominative": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "ru short": "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.",
}
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "en bare": "Mon Tue Wed Thu Fri Sat Sun",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
    "zh": "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
}
# In each form: d day, dd two digits, m and mm likewise, y year, M month's name, W weekday, clock 17:04 = 5:04 PM.
FORMS = {
    "en": [
        "M d, y",
        "M dd, y",
        "d M y",
        "dd M y",
        "W, d M y",
        "W, M d, y",
        "M d, y W 5:04 PM GMT",
        "M d, y W City Final Edition",
        "M d, y, CITY EDITION",
        "M d, y, W, Late Edition - Final",
        "d M y 17:04",
        "the dth of M, y",
        "Published on M d, y at 5.04 pm",
        "y M dd",
        "17:04 GMT, d M y",
    ],
    "en short": ["M d, y", "d M y", "M d y", "dd M, y"],
    "en bare": ["M d, y", "dd M y", "dd-M-y", "M-dd-y", "y M d", "dd/M/y"],
    "de": ["d. M y", "dd. M y", "d M y", "W, d. M y", "d. M y W 5:04 PM GMT+1", "d. M y, 17.04 Uhr", "W, den d. M y"],
    "de short": ["d. M y", "d M y"],
    "fr": ["d M y", "W d M y", "d M y à 17h04", "le W d M y", "Communication, W d M y, p. 16", "d M y W 5:04 PM GMT"],
    "fr short": ["d M y", "dd M y"],
    "es": ["d de M de y", "W, d de M de y", "d M y", "M d, y", "d de M del y", "d de M de y W 5:04 PM GMT"],
    "es short": ["d M y", "dd-M-y"],
    "nl": ["d M y", "W d M y", "W d M y om 17:04", "d M y W 5:04 PM GMT"],
    "nl short": ["d M y", "dd-M-y"],
    "it": ["d M y", "W d M y", "W, d M y", "d M y ore 17.04", "d° M y"],
    "it short": ["d M y", "dd M y"],
    "pt": ["d de M de y", "W, d de M de y", "d M y", "dº de M de y"],
    "pt short": ["d M y", "d de M de y"],
    "ru": ["d M y", "d M y г.", "d M y года", "W, d M y г. в 17:04", "dd M y, 17:04"],
    "ru short": ["d M y", "dd M y г."],
    "zh": [
        "y年m月d日",
        "y 年 m 月 d 日",
        "y 年 m 月 d 日 17:04",
        "y年mm月dd日 W",
        "y年m月d日 W 下午5:04",
        "y年mm月dd日17时04分",
        "y-mm-dd 17:04",
        "y/m/d",
        "y.mm.dd",
    ],
    "iso": [
        "y-mm-dd",
        "ymmdd",
        "y-mm-ddT17:04:00Z",
        "y-mm-ddT17:04:00+08:00",
        "y-mm-ddT17:04-05:00",
        "y-mm-dd 17:04:00",
        "ymmddT170400Z",
        "ymmddT170400-0500",
        "ymmdd170400",
        "y/mm/dd/",
    ],
}
FIRST = datetime(1993, 1, 9)  # noqa: DTZ001 - the wall clock as published
DAYS = [FIRST + timedelta(days=977 * step) for step in range(12)]


def _printed(form, day, names):
    """A form with the parts of a day in it."""
    month = MONTHS.get(names, " " * 11).split(" ")[day.month - 1]
    weekday = WEEKDAYS.get(names, WEEKDAYS["en"]).split()[day.weekday()]
    parts = {"W": weekday, "M": month, "y": f"{day.year}", "dd": f"{day:%d}", "mm": f"{day:%m}"}
    parts |= {"d": f"{day.day}", "m": f"{day.month}"}
    # Only what stands alone is a part: in "dth" and "ymmdd" letters follow, so that these are written first.
    form = form.replace("dth", f"{day.day}th").replace("dº", f"{day.day}º").replace("d°", f"{day.day}°")
    form = form.replace("ymmdd", f"{day:%Y%m%d}").replace("ddT", f"{day:%d}T")
    words = ["".join(parts.get(piece, piece) for piece in _pieces(word)) for word in form.split(" ")]
    return " ".join(words)


def _pieces(word):
    """A word cut into runs of letters and single other characters."""
    pieces = [""]
    for char in word:
        if char.isascii() and char.isalpha() and pieces[-1].isascii() and pieces[-1].isalpha():
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


CASES = [
    pytest.param(_printed(form, day, names), day, id=f"{names}-{_printed(form, day, names)}")
    for names, forms in FORMS.items()
    for number, form in enumerate(forms)
    for day in DAYS[number % 3 :: 3]
]


def test_the_table_of_forms_is_large_enough_and_reaches_all_months_and_weekdays():
    assert len(CASES) > 300
    assert len({day.weekday() for day in DAYS}) >= 5


@pytest.mark.parametrize(("printed", "day"), CASES)
def test_a_known_day_is_read_back_from_the_form_it_is_printed_in(printed, day):
    clock = any(mark in printed for mark in ("17:04", "5:04", "17.04", "5.04", "17h04", "17时04", "1704"))
    moment = day.replace(hour=17, minute=4) if clock else day
    assert parse_date(printed) == (moment, "day", None)


@pytest.mark.parametrize("names", [name for name in MONTHS if "short" not in name and "bare" not in name])
def test_each_month_of_each_language_is_known_in_any_case(names):
    for number, month in enumerate(MONTHS[names].split(), start=1):
        for written in (month, month.upper(), month.capitalize()):
            assert parse_date(f"9 {written} 2010").date == datetime(2010, number, 9)  # noqa: DTZ001
            assert parse_date(f"{written} 2010")[:2] == (datetime(2010, number, 1), "month")  # noqa: DTZ001


@pytest.mark.parametrize("names", [name for name in MONTHS if "short" in name or "bare" in name])
def test_each_abbreviation_is_known_with_and_without_its_full_stop(names):
    for number, month in enumerate(MONTHS[names].split(), start=1):
        for written in (month, month.rstrip("."), month.upper()):
            assert parse_date(f"9 {written} 2010").date == datetime(2010, number, 9)  # noqa: DTZ001
