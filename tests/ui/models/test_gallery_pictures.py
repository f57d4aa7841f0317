from baoguan.app.changes import Changes
from baoguan.domain.ids import FigureId
from baoguan.ui.models.gallery_pictures import GalleryPictures
from baoguan.ui.models.room import Room


def test_pictures_are_cut_small_and_kept_until_pages_change(qtbot, print_room: Room) -> None:
    pictures = GalleryPictures(print_room, 200)
    records = [record for record in print_room.archive.gallery() if record.figure.region is not None]
    assert len(records) >= 5
    for record in records:
        assert pictures.picture(record.id) is None
    qtbot.waitUntil(lambda: all(pictures.picture(record.id) is not None for record in records))
    for record in records:
        picture, region = pictures.picture(record.id), record.figure.region
        assert max(picture.width(), picture.height()) == 200
        shape = region.width / region.height
        assert abs(picture.width() / picture.height() / shape - 1) < 0.03
    assert pictures.kept == sum(pictures.picture(record.id).sizeInBytes() for record in records)
    print_room.changed.emit(Changes(pages=True))
    assert pictures.picture(records[0].id) is None


def test_a_figure_without_a_picture_is_known_to_lack_one(qtbot, room: Room) -> None:
    pictures = GalleryPictures(room, 200)
    figure = room.archive.figures()[0].id
    assert not pictures.lacks(figure)
    assert pictures.picture(figure) is None
    qtbot.waitUntil(lambda: pictures.lacks(figure))


def test_what_cannot_be_read_is_told_once(qtbot, room: Room) -> None:
    pictures, told = GalleryPictures(room, 200), []
    room.failed.connect(told.append)
    for number in (10**6, 10**6 + 1, 10**6 + 2):
        pictures.picture(FigureId(number))
    qtbot.waitUntil(lambda: all(pictures.lacks(FigureId(10**6 + n)) for n in range(3)))
    assert len(told) == 1
