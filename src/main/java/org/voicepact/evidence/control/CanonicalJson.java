package org.voicepact.evidence.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.erdtman.jcs.JsonCanonicalizer;
import org.voicepact.evidence.entity.NotThisFormat;
import org.voicepact.evidence.entity.StrictJson;
import org.voicepact.platform.entity.Json;

/** The one spelling of a JSON document: JCS (RFC 8785). */
public final class CanonicalJson {

  private CanonicalJson() {}

  /** The canonical UTF-8 bytes. */
  public static byte[] bytes(ObjectNode document) {
    try {
      return new JsonCanonicalizer(Json.write(document)).getEncodedUTF8();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a document of this project, which has neither numbers nor nulls.
   *
   * @throws NotThisFormat where the text is not its canonical form
   */
  public static ObjectNode read(String text) {
    ObjectNode document = StrictJson.object(text);
    if (hasNumberOrNull(document)
        || !Arrays.equals(bytes(document), text.getBytes(StandardCharsets.UTF_8))) {
      throw new NotThisFormat("this is not canonical JSON without numbers");
    }
    return document;
  }

  private static boolean hasNumberOrNull(JsonNode node) {
    return node.isNumber()
        || node.isNull()
        || StreamSupport.stream(node.spliterator(), false).anyMatch(CanonicalJson::hasNumberOrNull);
  }
}
