"""What the columns of other people's tables are called, in many languages."""

from __future__ import annotations

from typing import Final


def _words(names: str) -> tuple[str, ...]:
    """Names written with spaces between them."""
    return tuple(names.split())


# For each of our columns the names it goes by; where a table has two of them, the one named first here is taken.
COMMON: Final[dict[str, tuple[str, ...]]] = {
    "document": _words(
        "document document_id doc_id docid id article_id articleid uid guid accession_number accession_no "
        "proquest_document_id pro_quest_document_id proquest_id goid store_id stories_id story_id dokument_id "
        "뉴스_식별자"
    ),
    "date": _words(
        "date publication_date date_published published_date publish_date date_publish published published_at "
        "pub_date pubdate web_publication_date date_of_publication issue_date date_issued publish_time "
        "publication_time publication_datetime datetime date_time "
        "datum erscheinungsdatum erscheinungstag publikationsdatum datum_der_veröffentlichung veröffentlicht "
        "date_de_publication date_publication date_parution date_de_parution "
        "fecha fecha_de_publicación fecha_publicación "
        "data_pubblicazione data_di_pubblicazione data_de_publicação data_publicação data_publikacji "
        "dato publiceringsdatum päivämäärä tarih "
        "дата дата_публикации дата_публікації التاريخ تاريخ_النشر "
        "日期 发布日期 发表日期 出版日期 发布时间 时间 發布日期 發佈日期 發布時間 時間 日付 掲載日 発行日 "
        "일자 날짜 발행일 "
        "年份 year jahr année año"
    ),
    "date_raw": ("date_raw",),
    "date_precision": ("date_precision",),
    "outlet": _words(
        "outlet newspaper media_name publication_title pubtitle publication_name newspaper_name newspaper_title "
        "publication source_name source source_title news_source media_outlet publisher medium paper "
        "zeitung publikation medienname quelle "
        "journal quotidien titre_de_publication titre_de_la_publication média "
        "periódico diario medio cabecera fuente "
        "testata jornal veículo fonte krant gazeta źródło zdroj noviny tidning avis källa kilde lehti gazete kaynak "
        "издание газета источник сми видання джерело الصحيفة المصدر "
        "media_url 媒体 媒体名称 报纸 报纸名称 报刊名称 来源 文章来源 媒體 媒體名稱 報紙 報刊 來源 "
        "新聞名 媒体名 紙名 언론사 매체 신문사"
    ),
    "agency": _words("agency news_agency wire wire_service agentur nachrichtenagentur agence agencia 通讯社 通訊社"),
    "host": _words("host site site_name website domain source_domain hostname database datenbank 网站 網站"),
    "title": _words(
        "title headline headlines headline_main article_title news_title title_headline heading "
        "titel überschrift ueberschrift schlagzeile titelzeile "
        "titre titre_article título titular título_noticia titolo kop tytuł tytul titulek nadpis overskrift "
        "otsikko başlık "
        "заголовок название назва العنوان "
        "web_title 标题 题目 新闻标题 文章标题 題目 標題 新聞標題 見出し タイトル 제목"
    ),
    "byline": _words(
        "byline author authors author_s author_byline author_name byline_original writer journalist reporter "
        "autor autorin autor_in autoren autor_innen verfasser verfasser_in "
        "auteur autrice auteurs autora autores autoría firma autore autori författare forfatter kirjoittaja yazar "
        "автор авторы автори الكاتب 作者 记者 記者 著者 執筆者 기고자 기자 작성자"
    ),
    "section": _words(
        "section section_name section_title news_desk rubrik ressort rubrique sección sezione seção secção editoria "
        "caderno rubriek category kategorie categorie catégorie categoría desk "
        "рубрика раздел القسم 版面 栏目 版次 欄目 面名"
    ),
    "dateline": ("dateline",),
    "language": _words(
        "language lang language_of_publication language_code sprache langue idioma lingua taal język språk язык "
        "اللغة 语言 語言 言語 언어"
    ),
    "url": _words(
        "url link web_url weburl permalink document_url article_url document_link proquest_document_link "
        "pro_quest_document_link source_url canonical_url lien enlace ссылка посилання الرابط 网址 链接 網址 連結 링크"
    ),
    "text": _words(
        "text body full_text fulltext maintext main_text article_text body_text fields_body_text article_body "
        "articlebody article_content news_text news_content story_text clean_text plain_text raw_text content contents "
        "article volltext inhalt artikeltext haupttext fließtext "
        "texte texte_intégral texte_article corps contenu texto texto_completo contenido cuerpo conteúdo "
        "testo testo_completo contenuto tekst treść tresc obsah brödtext brødtekst teksti metin "
        "текст полный_текст текст_статьи النص المحتوى transcript "
        "正文 全文 内容 文章内容 新闻内容 新闻正文 內文 內容 本文 記事本文 본문 내용"
    ),
    "captions": _words("captions caption bildunterschrift"),
    "file": ("file",),
    "story": ("story",),
    "copy": ("copy",),
}
# ``data`` is the date in Italian, Portuguese and Polish, and anything at all in English: it is the date beside these.
DATA: Final = "data"
BESIDE_DATA: Final = frozenset(
    _words(
        "titolo testo testata autore sezione fonte título texto jornal veículo tytuł tytul treść tresc gazeta źródło"
    )
)
