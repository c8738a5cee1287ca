#!/usr/bin/env python3
"""Writes the golden messages of this folder: python3 make_golden.py

ISO 8583 encoded by hand, so that the plugin and jPOS can both be wrong and be found out. Every line of a .hex file is
one part of the message: its bytes, and behind # what they are. The .template file beside it, written by hand, holds the
values; GoldenMessagesTest compares the two.
"""

import pathlib

HERE = pathlib.Path(__file__).parent


# What a value looks like on the wire. BCD: two digits a byte, = as D.
def text(value):
    return value.encode("latin-1")


def raw(digits):
    return bytes.fromhex(digits)


def bcd(digits):
    return bytes.fromhex(digits.replace("=", "D"))


def bcd_left(digits):
    """An odd number of digits gets its zero in front."""
    return bcd("0" * (len(digits) % 2) + digits)


def bcd_right(digits):
    """An odd number of digits gets its zero behind."""
    return bcd(digits + "0" * (len(digits) % 2))


def ll(value):
    return text("%02d" % len(value)) + value


def lll(value):
    return text("%03d" % len(value)) + value


def ll_bcd(value, length=None):
    """The length counts digits if the value is BCD, else bytes."""
    return bcd("%02d" % (length or len(value))) + value


def lll_bcd(value):
    return bcd("%04d" % len(value)) + value


def fixed(value, width):
    """Text with blanks behind it."""
    return text(value.ljust(width))


def tlv(*objects):
    """BER-TLV; no value here is longer than 127 bytes."""
    data = b""
    for tag, value in objects:
        data += bytes.fromhex(tag) + bytes([len(value) // 2]) + bytes.fromhex(value)
    return data


def bitmap(numbers):
    size = 128 if max(numbers) > 64 else 64
    bits = ["0"] * size
    if size == 128:
        bits[0] = "1"
    for number in numbers:
        bits[number - 1] = "1"
    return int("".join(bits), 2).to_bytes(size // 8, "big")


def write(name, mti, ascii_bitmap, elements):
    numbers = [number for number, _, _ in elements]
    assert numbers == sorted(set(numbers))
    bits = bitmap(numbers)
    rows = [(mti, "MTI"), (text(bits.hex().upper()) if ascii_bitmap else bits, "bitmap")]
    rows += [(value, "DE %d, %s" % (number, what)) for number, what, value in elements]
    lines = ["%s # %s\n" % (value.hex().upper(), what) for value, what in rows]
    (HERE / (name + ".hex")).write_text("".join(lines), encoding="ascii")


write("iso87ascii-purchase", text("0200"), True, [
    (2, "PAN, LLVAR", ll(text("4761739001010119"))),
    (3, "processing code", text("000000")),
    (4, "amount", text("000000012345")),
    (7, "transmission date and time", text("1121093042")),
    (11, "STAN", text("000042")),
    (12, "local time", text("093042")),
    (13, "local date", text("1121")),
    (14, "expiration date", text("2812")),
    (18, "merchant type", text("5411")),
    (22, "entry mode", text("051")),
    (25, "condition code", text("00")),
    (28, "fee, x+n8", text("D00000150")),
    (32, "acquirer, LLVAR", ll(text("12345678901"))),
    (35, "track 2, LLVAR", ll(text("4761739001010119=28122010000000000000"))),
    (37, "RRN", text("632509000042")),
    (41, "terminal, ans8", fixed("TERM01", 8)),
    (42, "merchant, ans15", fixed("MERCHANT 000001", 15)),
    (43, "merchant name, ans40", fixed("CAF\u00c9 DEL MAR             LISBOA       PT", 40)),
    (48, "private data, LLLVAR", lll(text("P0102Z0203ABC"))),
    (49, "currency", text("978")),
    (52, "PIN data, b8 as hex digits", text("0123456789ABCDEF")),
    (128, "MAC, b8 as hex digits", text("FEDCBA9876543210")),
])

write("iso87binary-purchase", bcd("0200"), False, [
    (2, "PAN, LLVAR, BCD", ll_bcd(bcd("5413330089010012"), 16)),
    (3, "processing code", bcd("003000")),
    (4, "amount", bcd("000000001000")),
    (7, "transmission date and time", bcd("1121093042")),
    (11, "STAN", bcd("000043")),
    (12, "local time", bcd("093042")),
    (13, "local date", bcd("1121")),
    (22, "entry mode, three digits, zero in front", bcd_left("051")),
    (23, "card sequence number, three digits, zero in front", bcd_left("001")),
    (25, "condition code", bcd("00")),
    (28, "fee, sign in ASCII, amount in BCD", text("D") + bcd("00000150")),
    (32, "acquirer, LLVAR, eleven digits, zero behind", ll_bcd(bcd_right("12345678901"), 11)),
    (35, "track 2, LLVAR, 37 digits, zero behind", ll_bcd(bcd_right("5413330089010012=28122010000000000000"), 37)),
    (37, "RRN", text("632509000043")),
    (41, "terminal, ans8", text("TERM0001")),
    (42, "merchant, ans15", text("MERCHANT0000001")),
    (49, "currency", text("978")),
    (52, "PIN data, b8", raw("0123456789ABCDEF")),
    (55, "ICC data, LLLVAR in two BCD bytes", lll_bcd(tlv(
        ("9F26", "A1B2C3D4E5F60718"), ("9F27", "80"), ("9F36", "00A5"), ("95", "0000008000"),
        ("9A", "261121"), ("9C", "00"), ("82", "1980"), ("5F34", "01")))),
    (60, "private data, LLLVAR in two BCD bytes", lll_bcd(text("000001"))),
])

write("iso93binary-authorisation", bcd("1200"), False, [
    (2, "PAN, LLVAR, 19 digits, zero behind", ll_bcd(bcd_right("6799998900000200036"), 19)),
    (3, "processing code", bcd("000000")),
    (4, "amount", bcd("000000002500")),
    (11, "STAN", bcd("123456")),
    (12, "local date and time", bcd("261121093042")),
    (14, "expiration date", bcd("2812")),
    (22, "point of service data code, an12", text("51010151134C")),
    (24, "function code, three digits, zero behind", bcd_right("200")),
    (26, "business code", bcd("5411")),
    (35, "track 2, LLVAR, text", ll_bcd(text("6799998900000200036=28122010000000000"))),
    (37, "RRN", text("632509123456")),
    (41, "terminal, ans8", text("TERM0001")),
    (43, "merchant name, LLVAR", ll_bcd(text("SHOP\\STREET 1\\LISBOA"))),
    (49, "currency", text("978")),
    (53, "security control, LLVAR, binary", ll_bcd(raw("0101010000000000"))),
    (55, "ICC data, LLLVAR in two BCD bytes", lll_bcd(tlv(("9F02", "000000002500"), ("9F1A", "0620"), ("9C", "00")))),
])

write("iso87ascii-network", text("0800"), True, [
    (7, "transmission date and time", text("1121093000")),
    (11, "STAN", text("000001")),
    (33, "forwarder, LLVAR", ll(text("123456"))),
    (70, "network management code", text("301")),
])
