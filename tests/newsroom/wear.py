"""What age and scanners do to a page: skew, blur, noise, fading, stains, the other side showing through,
two tones.
"""

import math
import random
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from newsroom.truth import Box

_TILE = 512


@dataclass(frozen=True, slots=True)
class Wear:
    """How much of each: ``skew`` in degrees counter-clockwise, ``blur`` in 1/200 inch, ``noise`` and
    ``paper`` in grey levels.

    ``fade`` is the share of contrast lost, more on one side than on the other; ``through`` the share of
    ink of the other side that shows; ``stains`` their number; ``bilevel`` leaves nothing but black and
    white.
    """

    skew: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    fade: float = 0.0
    stains: int = 0
    through: float = 0.0
    paper: int = 0
    bilevel: bool = False
    seed: int = 0


CLEAN = Wear()
WORN = Wear(skew=0.8, blur=0.5, noise=9, fade=0.25, stains=3, through=0.1, paper=26)
BILEVEL = Wear(skew=-0.5, blur=0.4, noise=7, bilevel=True)


def any_wear(seed: int) -> Wear:
    """Return wear of every kind and strength that a readable page may have."""
    chance = random.Random(f"wear {seed}")
    return Wear(
        skew=round(chance.uniform(-1.5, 1.5), 2),
        blur=round(chance.uniform(0, 0.7), 2),
        noise=round(chance.uniform(0, 14), 1),
        fade=round(chance.uniform(0, 0.4), 2),
        stains=chance.randint(0, 5),
        through=round(chance.choice((0, chance.uniform(0, 0.16))), 2),
        paper=chance.randint(0, 45),
        bilevel=chance.random() < 0.2,
        seed=seed,
    )


def worn(picture: Image.Image, wear: Wear, dpi: float, verso: Image.Image | None = None) -> Image.Image:
    """Return a picture of a page as worn; ``verso``, of any size, is what is printed on its other side."""
    if wear == CLEAN:
        return picture
    chance = random.Random(f"worn {wear.seed}")
    picture = picture.convert("RGB")
    if wear.through and verso is not None:
        picture = _shown_through(picture, verso, wear.through)
    if wear.fade:
        picture = _faded(picture, wear.fade, chance)
    if wear.paper:
        tint = Image.new(
            "RGB", picture.size, (255 - wear.paper // 3, 255 - wear.paper // 2, 255 - wear.paper)
        )
        picture = ImageChops.multiply(picture, tint)
    if wear.stains:
        picture = ImageChops.multiply(picture, _stains(picture.size, wear.stains, chance))
    if wear.skew:
        ground = tuple(255 - wear.paper // part for part in (3, 2, 1)) if wear.paper else (255, 255, 255)
        picture = picture.rotate(wear.skew, Image.Resampling.BICUBIC, fillcolor=ground)
    if wear.blur:
        picture = picture.filter(ImageFilter.GaussianBlur(wear.blur * dpi / 200))
    if wear.noise:
        picture = _noisy(picture, wear.noise, chance)
    return (
        picture.convert("L").point(lambda level: 255 * (level > 180)).convert("1")
        if wear.bilevel
        else picture
    )


def placed(box: Box, wear: Wear, width: float, height: float) -> Box:
    """Return where a box of the clean page, in pixels, stands on the worn one: the smallest upright box
    around it.
    """
    angle = math.radians(wear.skew)
    cos, sin = math.cos(angle), math.sin(angle)
    middle = (width / 2, height / 2)
    corners = [(x - middle[0], y - middle[1]) for x in (box.left, box.right) for y in (box.top, box.bottom)]
    xs = [middle[0] + x * cos + y * sin for x, y in corners]
    ys = [middle[1] - x * sin + y * cos for x, y in corners]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _shown_through(picture: Image.Image, verso: Image.Image, share: float) -> Image.Image:
    other = verso.convert("L").transpose(Image.Transpose.FLIP_LEFT_RIGHT).resize(picture.size)
    pale = other.filter(ImageFilter.GaussianBlur(2)).point(lambda level: round(255 - (255 - level) * share))
    return ImageChops.multiply(picture, pale.convert("RGB"))


def _faded(picture: Image.Image, share: float, chance: random.Random) -> Image.Image:
    paled = picture.point(lambda level: round(255 - (255 - level) * (1 - share)))
    more = picture.point(lambda level: round(255 - (255 - level) * (1 - 1.5 * share)))
    slope = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180, 270))).resize(picture.size)
    return Image.composite(more, paled, slope)


def _stains(size: tuple[int, int], count: int, chance: random.Random) -> Image.Image:
    small = Image.new("RGB", (size[0] // 8 + 1, size[1] // 8 + 1), "white")
    draw = ImageDraw.Draw(small)
    for _ in range(count):
        x, y = chance.uniform(0, small.width), chance.uniform(0, small.height)
        wide, high = chance.uniform(0.02, 0.12) * small.width, chance.uniform(0.02, 0.08) * small.height
        level = chance.randint(205, 240)
        draw.ellipse((x - wide, y - high, x + wide, y + high), fill=(level, level - 8, level - 24))
    return small.filter(ImageFilter.GaussianBlur(5)).resize(size, Image.Resampling.BILINEAR)


def _noisy(picture: Image.Image, levels: float, chance: random.Random) -> Image.Image:
    """Add noise of a standard deviation of about ``levels`` grey levels: the mean of two uniform tiles."""
    sheet = Image.new("L", picture.size)
    tiles = [_tile(levels, chance) for _ in range(4)]
    for top in range(0, picture.height, _TILE):
        for left in range(0, picture.width, _TILE):
            sheet.paste(chance.choice(tiles), (left, top))
    grain = sheet.convert("RGB")
    return ImageChops.add(picture, grain, 1, -128)


def _tile(levels: float, chance: random.Random) -> Image.Image:
    one, other = (Image.frombytes("L", (_TILE, _TILE), chance.randbytes(_TILE * _TILE)) for _ in range(2))
    spread = levels / 52.0  # the mean of two uniform bytes deviates by 52
    return ImageChops.add(one, other, 2).point(lambda level: round(128 + (level - 127.5) * spread))
