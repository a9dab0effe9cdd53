package org.voicepact.evidence.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;
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
}
