package org.voicepact.payment.entity;

/** Reasons as they are stored: of a long one the beginning. */
final class Shortened {

  private static final int LONGEST = 300;

  private Shortened() {}

  static String of(String reason) {
    return reason.substring(0, Math.min(reason.length(), LONGEST));
  }
}
