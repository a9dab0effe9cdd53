package org.voicepact.access.entity;

import java.util.List;
import org.voicepact.platform.entity.Refusal;

/** Why a request with an {@code Idempotency-Key} is not carried out. */
public final class OnceRefusal extends Refusal {

  private static final long serialVersionUID = 1L;

  private OnceRefusal(Kind kind, String message) {
    super(kind, message, List.of());
  }

  public static OnceRefusal keyReused() {
    return new OnceRefusal(Kind.INVALID, "The Idempotency-Key was used for another request");
  }

  public static OnceRefusal stillRunning() {
    return new OnceRefusal(
        Kind.CONFLICT, "The first request with this Idempotency-Key is still worked on");
  }
}
