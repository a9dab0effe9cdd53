package org.voicepact.evidence.entity;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.WireValue;

/**
 * Values of evidence as texts, each in its one spelling: read strictly, because two spellings of one value would
 * be two documents that say the same.
 */
public final class Spelling {

  /** 18 digits are below the largest long. */
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern TIME = Pattern.compile("[0-9]{4}-.*Z");

  private Spelling() {}

  /**
   * A number from 1 on, without zeros in front.
   *
   * @throws NotThisFormat where it is none
   */
  public static long number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new NotThisFormat("must be a number from 1 on, in digits");
    }
    return Long.parseLong(text);
  }

  /**
   * A hash or a key of 32 bytes, as 64 lower-case hex digits.
   *
   * @throws NotThisFormat where it is none
   */
  public static byte[] hash(String text) {
    if (!HASH.matcher(text).matches()) {
      throw new NotThisFormat("must be 64 lower-case hex digits");
    }
    return HexFormat.of().parseHex(text);
  }

  /**
   * Base64 of RFC 4648, section 4, with padding, the bits that carry nothing zero.
   *
   * @throws NotThisFormat where it is none
   */
  public static byte[] base64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for a text that decodes and is spelled otherwise.
    }
    throw new NotThisFormat("must be Base64");
  }

  /**
   * A time in UTC with milliseconds.
   *
   * @throws NotThisFormat where it is none
   */
  public static Instant time(String text) {
    try {
      if (TIME.matcher(text).matches()) {
        Instant time = Instant.parse(text);
        if (Json.time(time).equals(text)) {
          return time;
        }
      }
    } catch (DateTimeException e) {
      // Said below, as for a time that is spelled otherwise.
    }
    throw new NotThisFormat("must be a time in UTC with milliseconds");
  }

  /**
   * A value of an enumeration, in lower case as it is written.
   *
   * @throws NotThisFormat where it is none
   */
  public static <E extends Enum<E> & WireValue> E wire(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.wire().equals(text))
        .findFirst()
        .orElseThrow(() -> new NotThisFormat("must be one of: " + WireValue.allowed(type)));
  }
}
