package org.voicepact.evidence.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.voicepact.platform.entity.Json;

/**
 * JSON as evidence is read: UTF-8 that is valid, no member twice, nothing behind the end, and no text with half a
 * character, because it could not be hashed.
 */
public final class StrictJson {

  /**
   * Of a file, in bytes. A proof with {@link Proof#MOST_OF_A_KIND} entries stays below it: each has some 700 bytes and a
   * path of up to 1,400 (a log of 2^30 entries), and what is signed and agreed has about as much again.
   */
  public static final int LONGEST_FILE = 4 * 1024 * 1024;

  /** A proof of the longest kind has fewer than half as many; a file of empty objects would fill the memory. */
  private static final long MOST_TOKENS = 200_000;

  private static final ObjectMapper MAPPER = Json.mapperOf(MOST_TOKENS);

  private StrictJson() {}

  /**
   * Reads a file.
   *
   * @throws NotThisFormat where it is longer than {@link #LONGEST_FILE}, or is no JSON object
   */
  public static ObjectNode file(byte[] content) {
    return object(text(content));
  }

  /**
   * A file of text.
   *
   * @throws NotThisFormat where it is longer than {@link #LONGEST_FILE}, or is no UTF-8
   */
  public static String text(byte[] content) {
    if (content.length > LONGEST_FILE) {
      throw new NotThisFormat("the file is longer than 4 MiB");
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(content))
          .toString();
    } catch (CharacterCodingException e) {
      throw new NotThisFormat("the file is not UTF-8");
    }
  }

  /**
   * Reads an object of any members.
   *
   * @throws NotThisFormat where it is no JSON object
   */
  public static ObjectNode object(String text) {
    if (read(text) instanceof ObjectNode object && textsOf(object).allMatch(StrictJson::isWhole)) {
      return object;
    }
    throw new NotThisFormat("this is no JSON object with texts of whole characters");
  }

  private static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new NotThisFormat("this is no JSON: " + e.getOriginalMessage());
    }
  }

  /** Names and values. */
  private static Stream<String> textsOf(JsonNode node) {
    if (node.isTextual()) {
      return Stream.of(node.textValue());
    }
    Stream<String> names = node.properties().stream().map(Map.Entry::getKey);
    return Stream.concat(
        names, StreamSupport.stream(node.spliterator(), false).flatMap(StrictJson::textsOf));
  }

  private static boolean isWhole(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
