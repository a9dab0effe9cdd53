package org.voicepact.evidence.entity;

import java.util.List;
import org.voicepact.platform.entity.Refusal;

/** Nothing can be signed here, because another server of the installation signs with a newer key. */
public final class RetiredKey extends Refusal {

  private static final long serialVersionUID = 1L;

  public RetiredKey() {
    super(
        Kind.UNAVAILABLE,
        "This server's signing key has been replaced; it must be started again with the new one",
        List.of());
  }
}
