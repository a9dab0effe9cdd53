package org.voicepact.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of texts that hold what no text may: each character from U+F700 to U+F7FF stands for one byte, and half a
 * surrogate pair becomes the three bytes that UTF-8 forbids.
 */
final class Octets {

  private static final char FIRST = '\uF700';
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private Octets() {}

  /** A text that stands for these bytes. */
  static String raw(int... bytes) {
    StringBuilder text = new StringBuilder();
    for (int each : bytes) {
      text.append((char) (FIRST + each));
    }
    return text.toString();
  }

  static byte[] of(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
    text.codePoints().forEach(point -> {
      if (point >= FIRST && point <= FIRST + 0xFF) {
        bytes.write(point - FIRST);
      } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        bytes.write(0xE0 | point >> 12);
        bytes.write(0x80 | point >> 6 & 0x3F);
        bytes.write(0x80 | point & 0x3F);
      } else {
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
      }
    });
    return bytes.toByteArray();
  }

  /** Percent-encoded, for a segment of a path, a query or a form. */
  static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : of(text)) {
      if (UNRESERVED.indexOf(each) >= 0) {
        encoded.append((char) each);
      } else {
        encoded.append(String.format("%%%02X", each & 0xFF));
      }
    }
    return encoded.toString();
  }
}
