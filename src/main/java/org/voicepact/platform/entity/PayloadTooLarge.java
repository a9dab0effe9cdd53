package org.voicepact.platform.entity;

import java.util.List;

/** A body that is longer than the server reads. */
public final class PayloadTooLarge extends Refusal {

  private static final long serialVersionUID = 1L;

  /**
   * @param limit the longest body that is read, in bytes
   */
  public PayloadTooLarge(int limit) {
    super(Kind.TOO_LARGE, "The body is longer than " + limit + " bytes", List.of());
  }
}
