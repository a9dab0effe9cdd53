package org.voicepact.platform.boundary;

import com.fasterxml.jackson.databind.JsonNode;

/** What a provider says in words of its own, as far as it is told on. */
public final class ProviderWords {

  private static final int LENGTH = 60;

  private ProviderWords() {}

  /** Never a number, and not more than a few words: it goes into tables that operators see. */
  public static String of(JsonNode text) {
    String words = text.asText().replaceAll("[^A-Za-z ]", "");
    return words.substring(0, Math.min(words.length(), LENGTH));
  }
}
