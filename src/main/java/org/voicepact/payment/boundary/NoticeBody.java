package org.voicepact.payment.boundary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.UnreadableInput;

/** Reads what a provider has sent: an object of JSON, or a form, whose fields become texts. */
final class NoticeBody {

  private NoticeBody() {}

  /**
   * @param type the media type, or null
   * @throws UnreadableInput where it is neither
   */
  static ObjectNode read(String type, byte[] body) {
    return type != null
            && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED)
        ? form(new String(body, StandardCharsets.UTF_8))
        : json(body);
  }

  private static ObjectNode json(byte[] body) {
    try {
      if (Json.mapper().readTree(body) instanceof ObjectNode object) {
        requireKeepable(object);
        return object;
      }
    } catch (IOException e) {
      throw new UnreadableInput("The body is not well-formed JSON");
    }
    throw new UnreadableInput("The body must be a JSON object");
  }

  /** It is kept as text and read again: a number that is short with an exponent may have more digits than are read. */
  private static void requireKeepable(ObjectNode object) {
    try {
      Json.mapper().readTree(Json.mapper().writeValueAsBytes(object));
    } catch (IOException e) {
      throw new UnreadableInput("The body has a number that is too large or too small");
    }
  }

  private static ObjectNode form(String text) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (String field : text.split("&")) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new UnreadableInput("The body is not a well-formed form");
    }
  }
}
