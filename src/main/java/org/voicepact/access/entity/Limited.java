package org.voicepact.access.entity;

import java.util.Locale;
import org.voicepact.platform.entity.WireValue;

/** What is limited; each kind has a setting of its own. */
public enum Limited implements WireValue {
  /** To make a contract. */
  CREATE,
  /** To act on a contract: confirm, decline, cancel, amend, disclosure. */
  CONFIRM,
  /** To ask for a one-time code, and to show one. */
  OTP,
  /** To check a contract: its certificate, and the page that its address leads to. */
  VERIFY,
  /** All other requests of the API. */
  DEFAULT;

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of the setting, as {@code RATE_LIMIT_CREATE}. */
  public String setting() {
    return "RATE_LIMIT_" + name();
  }
}
