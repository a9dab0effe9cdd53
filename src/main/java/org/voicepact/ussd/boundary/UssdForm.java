package org.voicepact.ussd.boundary;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a form, as far as they can be read: to a caller on the line every answer is better than an error. Of a
 * field that comes twice the first counts.
 */
final class UssdForm {

  private final Map<String, String> fields = new HashMap<>();

  UssdForm(byte[] body) {
    for (String field : new String(body, StandardCharsets.UTF_8).split("&")) {
      int end = field.indexOf('=');
      if (end > 0) {
        decoded(field.substring(0, end))
            .ifPresent(name -> decoded(field.substring(end + 1))
                .ifPresent(value -> fields.putIfAbsent(name, value)));
      }
    }
  }

  private static Optional<String> decoded(String encoded) {
    try {
      return Optional.of(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Empty where it is not there or cannot be read. */
  Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
