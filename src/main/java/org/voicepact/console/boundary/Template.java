package org.voicepact.console.boundary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of HTML with places, as {@code {{title}}}, for texts and for other pieces. */
final class Template {

  private static final String FOLDER = "/org/voicepact/console/";
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z_]+)}}");

  private final String markup;

  /**
   * @param name of the file, as {@code page.html}
   */
  Template(String name) {
    this.markup = resource(name);
  }

  static String resource(String name) {
    try (InputStream file = Template.class.getResourceAsStream(FOLDER + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The style of a page beside the console, in the console's colours.
   *
   * @param own file of what no other page has
   */
  static String style(String own) {
    return resource("assets/palette.css") + resource("plain.css") + resource(own);
  }

  /**
   * @param values by the name of their place: {@link Html} stays as it is, all else is escaped
   * @throws IllegalArgumentException where a place has no value
   */
  Html fill(Map<String, ?> values) {
    Matcher places = PLACE.matcher(markup);
    return new Html(places.replaceAll(place -> {
      Object value = values.get(place.group(1));
      if (value == null) {
        throw new IllegalArgumentException("nothing for the place " + place.group(1));
      }
      Html piece = value instanceof Html html ? html : Html.of(value.toString());
      return Matcher.quoteReplacement(piece.markup());
    }));
  }
}
