package org.voicepact.platform.control;

import java.util.Set;

/** Names of this machine that nobody reaches from another one. */
public final class Loopback {

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "::1");

  private Loopback() {}

  /** Whether a value of {@code HTTP_HOST} is one of them. */
  public static boolean isName(String host) {
    return NAMES.contains(host);
  }
}
