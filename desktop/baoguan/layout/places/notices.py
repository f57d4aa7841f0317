"""Words that small notices begin with or are about."""

import re

NOTICE = re.compile(
    r"启事|啟事|公告|通告|声明|聲明|遗失|遺失|挂失|招租|转让|轉讓|招聘|招考|寻人|尋人|征婚|拍卖|拍賣|清算|注销|减资|停水|停电|讣告|訃告|"
    r"鸣谢|鳴謝|法律顧問|法律顾问|結婚|招生|迁移|遷移|放映|上演|供应|出售|"
    r"\b(?:TO LET|FOR SALE|WANTED|LOST|FOUND|NOTICE|AUCTION|SITUATIONS?)\b"
)
"""A text without a headline that has one of these is a notice."""
