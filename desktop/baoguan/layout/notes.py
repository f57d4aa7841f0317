"""Lines about the whole page: credits of all its pictures, editors, folio lines, notices."""

import re

_PICTURES = re.compile(
    r"本[版页頁](?:所有|全部)?(?:图片|圖片|照片|摄影|攝影|图文|圖文|配图|图|圖)(?=[:：\s(（除均皆全都由为為摄攝])"
    r"(?:[(（][^()（）]{0,12}[)）]|除[^,，]{1,12}外[,，]?)?"
    r"[:：\s]*(?:(?:均|皆|全部|都)(?:为|為)?)?(?P<credit>.*)"
)
_OFFICE = (
    r"(?:(?:本[版期页頁報报]|责任|責任|执行|值班|版面|美术|图片|文字|视觉)?"
    r"(?:编辑|編輯|责编|責編|主编|主編|校对|校對|美编|组版|版式|设计|审校|值班主任|统筹|策划|制图|制圖|检校))"
)
_STAFF = re.compile(
    rf"(?:{_OFFICE}[:：\s]+(?:[\u3400-\u9fff·]{{1,4}}(?![\u3400-\u9fff])[\s、,，/;；]*){{1,6}})+"
)
_STAFF_CLOSE = re.compile(r"(?:责任编辑|責任編輯|本版编辑|本版責編|本版责编|责编)[\u3400-\u9fff]{2,3}")
_NOTICE = re.compile(
    r"(?:新闻热线|新闻报料|报料热线|投稿邮箱|联系电话|本报地址|社址|电子邮箱|邮箱|广告热线|广告电话|发行热线|订阅热线|邮编|邮政编码|国内统一(?:连续出版物|刊)号|"
    r"零售价|定价|网址|微信公众号|客户端|本报法律顾问|E-?mail|电话)[:：\s\u3000].{0,80}"
)
_JUMP = re.compile(
    r"[(（【▶►◀]*\s*(?:[紧緊]?接|[紧緊]?[下上][转轉接]|[详詳][见見]|[转轉]|[续續][见見])第?\s*[^。,，]{0,8}[版页頁][^。]{0,12}[)）】▶►◀]*"
)
_NUMBER = r"[0-9０-９〇○零一二三四五六七八九十廿卅]{1,4}"
_DATED = re.compile(rf"{_NUMBER}\s*年\s*{_NUMBER}\s*月\s*{_NUMBER}\s*日")
_DATELINE = re.compile(rf"(?:[\u3400-\u9fff]{{1,8}}[报報]\s*)?(?:(?:中[华華])?民[国國]\s*)?{_DATED.pattern}")
_FOLIO = re.compile(
    r"星期[一二三四五六日天]|禮拜|礼拜|第[^。,，]{1,5}[版版张張]|农历|農曆|[A-D]?\d{1,2}\s*版|夏历"
)


def is_note(text: str) -> bool:
    """Tell whether a line speaks of the page and not of one article."""
    if len(text) > 90:
        return False
    if any(form.fullmatch(text) for form in (_PICTURES, _STAFF, _STAFF_CLOSE, _NOTICE)):
        return True
    return len(text) <= 60 and "。" not in text and bool(_DATED.search(text)) and bool(_FOLIO.search(text))


def is_dateline(text: str) -> bool:
    """Tell whether a line is nothing but a date, with or without a newspaper's name: a page may begin so."""
    return _DATELINE.fullmatch(text.strip()) is not None


def picture_credit(text: str) -> str:
    """Return what a page note says about who made or gave all pictures, empty where it says nothing."""
    match = _PICTURES.fullmatch(text)
    return match["credit"].strip(" 。\u3000") if match else ""


def is_jump(text: str) -> bool:
    """Tell whether a line says that an article goes on, or comes from, another page."""
    return len(text) <= 24 and _JUMP.fullmatch(text) is not None
