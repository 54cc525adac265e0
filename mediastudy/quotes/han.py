"""Speakers of Chinese articles: the name after an office, a bare name, a body by its last character."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.scene import NOBODY, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_OFFICE: Final = re.compile(
    r"^(?P<role>.*?(?:发言人|部长|主席|总理|總理|总统|總統|主任|书记|書記|市长|市長|省长|省長|教授|会长|會長|院长|院長|局长|局長|司长|司長|"
    r"委员|委員|代表|大使|专家|專家|经理|經理|董事长|董事長|校长|校長|所长|研究员|记者|記者|先生|女士))(?P<name>[\u3400-\u9fff·]{2,4})?$"
)
_FAMILY: Final = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇"
    "吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫段雷黎史龙龍陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯"
)
_BODY: Final = re.compile(
    r"(?:部|院|局|会|會|社|委|公司|集团|集團|大学|大學|政府|党|黨|组织|組織|银行|銀行|中心|机构|報|报|国|國|方)$"
)
_DOCUMENT: Final = re.compile(r"(?:报告|報告|声明|聲明|白皮书|白皮書|公报|公報|文章|社论|社論|文件|通知|数据|數據)$")
_NAME: Final = 4
_SHORT: Final = 2


def is_han_source(words: str) -> bool:
    """Whether the source is written in Chinese characters."""
    return _HAN.search(words) is not None


def han_speaker(words: str, past: Sequence[tuple[int, Speaker]]) -> Speaker:
    """The speaker whom a Chinese source names."""
    plain = words.strip("，。：:“”「」 ")
    persons = [who for _, who in past if who.kind == "person"]
    if plain in {"他", "她"}:
        return persons[-1]._replace(resolution="pronoun") if persons else NOBODY._replace(resolution="pronoun")
    office = _OFFICE.match(plain)
    if office is not None and office["name"]:
        return Speaker(office["name"], "person", office["role"], "named")
    if office is not None:
        same = [who for who in persons if who.role is not None and who.role.endswith(plain[-_SHORT:])]
        return same[-1]._replace(resolution="role") if same else Speaker(None, "unnamed", plain, "none")
    known = [who for who in persons if who.name == plain]
    return known[-1] if known else _plain_speaker(plain)


def _plain_speaker(plain: str) -> Speaker:
    """The speaker of a source without an office: a document, a person by family name, a body, or nobody."""
    if _DOCUMENT.search(plain):
        return Speaker(plain, "document", None, "named")
    if plain[:1] in _FAMILY and _SHORT <= len(plain) < _NAME and not _BODY.search(plain):
        return Speaker(plain, "person", None, "named")
    return Speaker(plain, "organisation", None, "named") if _BODY.search(plain) else NOBODY
