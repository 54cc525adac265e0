import pytest

from mediastudy.documents.parts.captions import is_caption, is_photo_credit


@pytest.mark.parametrize(
    "paragraph",
    [
        "Ann Lee opens the harbour on May 3, 2024. (Xinhua/Bo Ray)",
        "Ann Lee opens the harbour. (Coast Press/Bo Ray)",
        "Ann Lee opens the harbour. (AP Photo/Bo Ray, File)",
        "Ann Lee opens the harbour (Photo by Bo Ray)",
        "Ann Lee opens the harbour. [Photo/Coast News]",
        "Ann Lee opens the harbour. [Photo provided to coast.example]",
        "Ann Lee opens the harbour. (Photo: Bo Ray)",
        "Ann Lee opens the harbour. Photograph: Bo Ray/Coast Images",
        "Ann Lee opens the harbour. REUTERS/Bo Ray",
        "Photo: Striking crews gather.",
        "Caption: The bridge at night.",
        "Ann Lee opens the harbour on May 3, 2024. /Coast Images",
        "Mayor Ann Lee Photo: Coast Press",
        "Boats wait off Velde on May 3, 2024. ( Bo Ray - Anadolu Agency )",
        "Boats wait off Velde, May 3, 2024. REUTERS/Bo Ray/File Photo Purchase Licensing Rights",
        "Le port de Velde, le 3 mai 2024. © Bo Ray / Le Courrier",
        "Ann Lee visits the docks on Monday. COAST PHOTO",
        "Image caption, Ann Lee said ships would come",
        "5月3日，市民在南岭港口参观。新华社记者 王芳 摄",
        "陈志远出席开放仪式。（新华社记者 王芳 摄）",
        "图为南岭港口。",
    ],
)
def test_these_are_captions(paragraph):
    assert is_caption(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Both sides agreed to meet (Labour/Greens)",
        "The parties met on Monday (see the picture of last year).",
        "The minister praised the photo: it showed the harbour.",
        "He was born in the capital (then a village).",
        "The photograph was taken by Bo Ray, police said.",
        "She won the prize for the Best Photo",
        "He read it in the Sunday Photo",
        "Prices rose to three crowns/kilo",
        "记者当时正在港口拍摄",
        "The agency was founded in 1931 (Xinhua in Chinese).",
        "",
    ],
)
def test_these_are_not(paragraph):
    assert not is_caption(paragraph)


def test_a_credit_alone_is_a_credit_and_no_caption():
    for line in ("Photo by Bo Ray", "(Xinhua/Bo Ray)", "Foto: Peter Klein/dpa"):
        assert is_photo_credit(line)
        assert not is_caption(line)
