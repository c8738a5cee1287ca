#!/usr/bin/env python3
"""Writes golden/iso87ascii-purchase.hex as the dumps of several tools: run it here to make the .txt files again."""
import struct


def golden(name):
    with open("../golden/" + name + ".hex", encoding="ascii") as lines:
        return bytes.fromhex("".join(line.split("#")[0].strip() for line in lines))


def printable(row):
    return "".join(chr(b) if 32 <= b < 127 else "." for b in row)


def rows(data, width=16):
    return [(at, data[at:at + width]) for at in range(0, len(data), width)]


def checksum(header):
    total = sum(struct.unpack("!%dH" % (len(header) // 2), header))
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)
    return total ^ 0xFFFF


def packet(payload):
    tcp = struct.pack("!HHIIBBHHH", 50000, 8583, 1, 1, 0x50, 0x18, 512, 0, 0)
    def ip(check):
        return struct.pack("!BBHHHBBHII", 0x45, 0, 40 + len(payload), 1, 0x4000, 64, 6, check, 0x7F000001, 0x7F000001)
    return ip(checksum(ip(0))) + tcp + payload


def write(name, lines):
    with open(name + ".txt", "w", encoding="ascii", newline="\n") as out:
        out.write("\n".join(lines) + "\n")


def spaced(row):
    return " ".join("%02x" % b for b in row)


def halves(row):
    return (spaced(row[:8]) + "  " + spaced(row[8:])).ljust(48)


message = golden("iso87ascii-purchase")
framed = struct.pack("!H", len(message)) + message
ethernet = bytes.fromhex("000000000000000000000000") + b"\x08\x00" + packet(framed)
digits = message.hex()
stamp = "2026-11-21 09:30:42,%03d DEBUG [main] o.j.q.Channel - "

write("plain", [digits.upper()])
write("plain-lines", [digits[at:at + 77] for at in range(0, len(digits), 77)])
write("blanks", [spaced(row) for _, row in rows(message)])
write("colons", [":".join("%02X" % b for b in message)])
write("commas", [", ".join("0x%02x" % b for b in row) + "," for _, row in rows(message)])
write("java-array", ["byte[] message = new byte[] {"] + [
    "    " + " ".join("(byte) 0x%02X," % b for b in row) for _, row in rows(message)] + ["};"])
write("java-to-string", [str([b - 256 if b > 127 else b for b in message])])
write("template", ["hex " + spaced(row) for _, row in rows(message)])
write("xxd", ["%08x: %-39s  %s" % (at, " ".join(row[i:i + 2].hex() for i in range(0, len(row), 2)), printable(row))
              for at, row in rows(message)])
write("hexdump-C", ["%08x  %s  |%s|" % (at, halves(row).ljust(48), printable(row)) for at, row in rows(message)]
      + ["%08x" % len(message)])
write("sample", ["%04X  %s  %s" % (at, halves(row).ljust(48).upper(), printable(row)) for at, row in rows(message)])
write("jpos-hexdump", ["%04x  %s  %s" % (at, halves(row).ljust(49).upper(), printable(row)) for at, row in rows(message)])
write("no-ascii", ["%04x  %s" % (at, spaced(row)) for at, row in rows(message)])
write("decimal-offsets", ["%06d: %s  %s" % (at, spaced(row).ljust(47), printable(row)) for at, row in rows(message)])
write("openssl", ["%04x - %s   %s" % (at, (spaced(row[:8]) + "-" + spaced(row[8:])).ljust(47), printable(row))
                  for at, row in rows(message)])
write("log", [stamp % 1 + "sent 430 bytes"] + [
    stamp % at + "%04x  %s  %s" % (at, halves(row), printable(row)) for at, row in rows(message)])
write("log-plain", [stamp % at + spaced(row) for at, row in rows(message)])
write("framed-wireshark", ["%04x   %s   %s" % (at, spaced(row).ljust(47), printable(row)) for at, row in rows(framed)])
write("framed-stream", ["    %08x  %s   %s" % (at, halves(row), printable(row)) for at, row in rows(framed)])
write("framed-packet", ["%04x   %s   %s" % (at, spaced(row).ljust(47), printable(row)) for at, row in rows(ethernet)])
write("framed-tcpdump", ["09:30:42.123456 IP localhost.50000 > localhost.8583: Flags [P.], length %d" % len(framed)] + [
    "\t0x%04x:  %-39s  %s" % (at, " ".join(row[i:i + 2].hex() for i in range(0, len(row), 2)), printable(row))
    for at, row in rows(packet(framed))])
