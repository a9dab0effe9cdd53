package org.voicepact.console.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voicepact.platform.entity.Json;

/**
 * A form as the body of a request of the API: fields whose name is a JSON pointer, as {@code /product} and {@code
 * /parties/0/name}, become its members. So a fault that the API finds names the field that it belongs to.
 */
final class FormBody {

  private static final Pattern MEMBER = Pattern.compile("/([a-z_]{1,40})");
  private static final Pattern ELEMENT_MEMBER =
      Pattern.compile("/([a-z_]{1,40})/([0-9]{1,2})/([a-z_]{1,40})");

  /** Members of the API that are lists of texts. */
  private static final Set<String> LISTS = Set.of("scopes", "recipients", "roles");

  private FormBody() {}

  /** Fields that are left empty are absent, as are rows of which no field is filled but those with a choice. */
  static InputStream of(MultivaluedMap<String, String> form) {
    return of(json(form));
  }

  static InputStream of(ObjectNode body) {
    return new ByteArrayInputStream(Json.write(body).getBytes(StandardCharsets.UTF_8));
  }

  static ObjectNode json(MultivaluedMap<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    form.forEach((name, values) -> add(body, name, values));
    return body;
  }

  private static void add(ObjectNode body, String name, List<String> values) {
    List<String> filled = values.stream().filter(value -> !value.isBlank()).toList();
    Matcher member = MEMBER.matcher(name);
    Matcher element = ELEMENT_MEMBER.matcher(name);
    if (filled.isEmpty()) {
      return;
    }
    if (member.matches()) {
      if (LISTS.contains(member.group(1))) {
        ArrayNode list = body.putArray(member.group(1));
        filled.forEach(list::add);
      } else {
        put(body, member.group(1), filled.get(0));
      }
    } else if (element.matches() && isList(body.get(element.group(1)))) {
      ArrayNode list = body.withArray(element.group(1));
      int index = Integer.parseInt(element.group(2));
      while (list.size() <= index) {
        list.addObject();
      }
      put((ObjectNode) list.get(index), element.group(3), filled.get(0));
    }
  }

  /** Another field may have taken its place: then somebody has made up the form. */
  private static boolean isList(JsonNode known) {
    return known == null || known.isArray() && known.path(0).isObject();
  }

  private static void put(ObjectNode object, String member, String value) {
    if (member.equals("version") && value.matches("[0-9]{1,9}")) {
      object.put(member, Integer.parseInt(value));
    } else if (member.equals("active") && value.matches("true|false")) {
      object.put(member, Boolean.parseBoolean(value));
    } else {
      // A reason is one line; whoever types it into a larger field does not know that.
      object.put(member, member.equals("reason") ? value.replaceAll("\\R", " ") : value);
    }
  }
}
