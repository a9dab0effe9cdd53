package org.voicepact.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The administrator of a server whose key was made by itself. */
public final class Administrator {

  private Administrator() {}

  /** The header with the key, for the calls of {@link Api}. */
  public static String[] of(VoicePactServer server) {
    try {
      return new String[] {
        "X-API-Key",
        Files.readString(server.dataDirectory().resolve("admin-key")).strip()
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
