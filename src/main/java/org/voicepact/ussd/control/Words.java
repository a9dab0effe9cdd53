package org.voicepact.ussd.control;

import org.voicepact.platform.entity.PlainText;

/** What callers say in their own words. */
final class Words {

  /** As many as by REST. */
  private static final int LONGEST = 500;

  private Words() {}

  static boolean areClear(String typed) {
    return !cleaned(typed).isEmpty();
  }

  /** In their one spelling; empty where they cannot be kept. */
  static String cleaned(String typed) {
    return PlainText.clean(typed, false, LONGEST).text();
  }
}
