package org.voicepact.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * JCS (RFC 8785) of documents without numbers, written from the RFC and apart from the library that the
 * server uses.
 */
public final class Jcs {

  private Jcs() {}

  public static byte[] bytes(JsonNode document) {
    StringBuilder out = new StringBuilder();
    write(document, out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(JsonNode node, StringBuilder out) {
    if (node.isObject()) {
      writeObject(node, out);
    } else if (node.isArray()) {
      out.append('[');
      for (int i = 0; i < node.size(); i++) {
        out.append(i == 0 ? "" : ",");
        write(node.get(i), out);
      }
      out.append(']');
    } else if (node.isTextual()) {
      writeText(node.textValue(), out);
    } else if (node.isBoolean()) {
      out.append(node.booleanValue());
    } else {
      throw new IllegalArgumentException("not in a canonical document of this project: " + node);
    }
  }

  /** Names are sorted by their UTF-16 code units (section 3.2.3), as Java compares strings. */
  private static void writeObject(JsonNode node, StringBuilder out) {
    TreeMap<String, JsonNode> sorted = new TreeMap<>();
    node.fields().forEachRemaining(member -> sorted.put(member.getKey(), member.getValue()));
    out.append('{');
    String separator = "";
    for (var member : sorted.entrySet()) {
      out.append(separator);
      separator = ",";
      writeText(member.getKey(), out);
      out.append(':');
      write(member.getValue(), out);
    }
    out.append('}');
  }

  /** Section 3.2.2.2. */
  private static void writeText(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(c < 0x20 ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    out.append('"');
  }
}
