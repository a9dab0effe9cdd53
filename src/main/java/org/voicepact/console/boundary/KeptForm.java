package org.voicepact.console.boundary;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody has typed into a form that was not carried out, so that a page can give it back. It lives in that page
 * alone: nothing of it is kept on the server, where a stranger could fill a table with it, nor in a cookie, where a deal in
 * words has no room. What opens something, as a password or the token of a session, is never repeated.
 *
 * @param action the address of the console that the form was sent to
 * @param fields in the order of the form
 * @param hadSecret whether a password was left out
 * @param token of the session that the page with the form was made for
 */
record KeptForm(String action, List<Field> fields, boolean hadSecret, String token) {

  /** Says to {@link Forms} that a form is to be shown as it is filled in, and nothing to be done. */
  static final String REVIEW = "review";

  private static final String TOKEN = "csrf";

  /** Where a page that gives a form back names the address of that form. */
  static final String ACTION = "action";

  /** Twice the longest deal in words that the API takes. */
  private static final int LONGEST = 40_000;

  private static final int MOST = 100;

  /** Fields of a body that are looked at: beside what was typed there are tokens, and the name and password of who signs in. */
  private static final int MOST_PAIRS = MOST + 20;

  private static final Pattern NAME =
      Pattern.compile("/[a-z_]{1,40}(?:/[0-9]{1,2}/[a-z_]{1,40})?|once|reviewed");
  private static final String SECRET = "password";

  /** What a button stands for, and which version of a contract somebody has read. */
  private static final Set<String> FOR_PROGRAMS = Set.of("/version", "/active");

  /** One value of a field; a field with several, as boxes that are ticked, is there several times. */
  record Field(String name, String value) {

    private boolean isSecret() {
      return name.startsWith("/") && name.endsWith(SECRET);
    }

    /** Somebody has chosen or typed it; what stands in the form for programs alone says nothing to people. */
    private boolean isShown() {
      return name.startsWith("/") && !FOR_PROGRAMS.contains(name) && !value.isBlank();
    }

    private Map<String, Object> values() {
      return Map.of(
          "name",
          name,
          "label",
          name.substring(name.lastIndexOf('/') + 1),
          "value",
          value,
          "shown",
          isShown());
    }
  }

  /**
   * @param path that the form was sent to
   * @return empty where nothing was typed, or more than any form of ours takes
   */
  static Optional<KeptForm> of(String path, List<Field> sent) {
    String action = value(sent, ACTION).filter(ConsolePath::isOwn).orElse(path);
    List<Field> fields = sent.stream()
        .filter(field -> NAME.matcher(field.name()).matches() && !field.isSecret())
        .toList();
    int length = fields.stream().mapToInt(field -> field.value().length()).sum();
    return ConsolePath.isOwn(action)
            && fields.stream().anyMatch(Field::isShown)
            && fields.size() <= MOST
            && length <= LONGEST
        ? Optional.of(new KeptForm(
            action,
            fields,
            sent.stream().anyMatch(Field::isSecret),
            value(sent, TOKEN).orElse("")))
        : Optional.empty();
  }

  private static Optional<String> value(List<Field> sent, String name) {
    return sent.stream()
        .filter(field -> field.name().equals(name))
        .map(Field::value)
        .findFirst();
  }

  /** What somebody has typed or chosen in a form that a page is filled with, for a template. */
  static List<Map<String, Object>> typed(MultivaluedMap<String, String> form) {
    return form.entrySet().stream()
        .filter(field -> NAME.matcher(field.getKey()).matches())
        .flatMap(field -> field.getValue().stream().map(value -> new Field(field.getKey(), value)))
        .filter(field -> field.isShown() && !field.isSecret())
        .map(Field::values)
        .toList();
  }

  /** The fields of a body; none where it cannot be read or has too many. In their order, which a map would lose. */
  static List<Field> fields(byte[] body) {
    List<Field> fields = new ArrayList<>();
    String[] pairs = new String(body, StandardCharsets.UTF_8).split("&", MOST_PAIRS);
    if (pairs.length == MOST_PAIRS) {
      return List.of();
    }
    try {
      for (String pair : pairs) {
        String[] parts = pair.split("=", 2);
        fields.add(new Field(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1])));
      }
    } catch (IllegalArgumentException e) {
      // Whoever takes the form refuses it, with a reason.
      return List.of();
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** For a template. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("action", action);
    values.put("page", ConsolePath.pageOf(action));
    values.put("fields", fields.stream().map(Field::values).toList());
    values.put("had_secret", hadSecret);
    return values;
  }
}
