package org.voicepact.console.boundary;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A piece of HTML. Texts get into one only by {@link #of} or a {@link Template}, and both escape them.
 *
 * @param markup as it is sent
 */
record Html(String markup) {

  static final Html NOTHING = new Html("");

  /** A text, for the content of elements and for attributes in double quotes. */
  static Html of(String text) {
    return new Html(text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;"));
  }

  static Html joined(Collection<Html> pieces) {
    return new Html(pieces.stream().map(Html::markup).collect(Collectors.joining()));
  }
}
