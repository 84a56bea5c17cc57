"""The colour profile means sRGB."""

from io import BytesIO

from PIL import Image, ImageCms

from desktop.pdf.colour import srgb_profile


def test_it_leaves_srgb_as_it_is() -> None:
    ours = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    ramp = Image.new("RGB", (256, 3))
    for level in range(256):
        ramp.putpixel((level, 0), (level, 0, 255 - level))
        ramp.putpixel((level, 1), (level, level, level))
        ramp.putpixel((level, 2), (255, level, 0))
    through = ImageCms.profileToProfile(ramp, ImageCms.createProfile("sRGB"), ours)
    assert max(abs(a - b) for a, b in zip(ramp.tobytes(), through.tobytes(), strict=True)) <= 1


def test_its_head_is_in_order() -> None:
    profile = srgb_profile()
    assert int.from_bytes(profile[:4], "big") == len(profile)
    assert (profile[12:16], profile[16:20], profile[20:24], profile[36:40]) == (b"mntr", b"RGB ", b"XYZ ", b"acsp")
    assert ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(profile))).strip() == "sRGB"
