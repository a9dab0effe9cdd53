package org.voicepact.payment.entity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.voicepact.platform.entity.WireValue;

/** Where a buyer's payment is. */
public enum PaymentStatus implements WireValue {
  /** It is kept, and the provider is about to be told. */
  REQUESTED("requested"),
  /** The provider knows of it, or may; the buyer is asked for the PIN. */
  PENDING("pending"),
  /** The money is here. The API has always called it locked. */
  HELD("locked"),
  /** It has gone out, all or a part of it to the seller. */
  RELEASED("released"),
  /** All of it went back to the buyer. */
  REFUNDED("refunded"),
  /** No money has come. */
  FAILED("failed"),
  /** A person has to look at it. Whatever is held of it stays so until then. */
  IN_REVIEW("in_review");

  /** Those in which money may still come or go. */
  public static final Set<PaymentStatus> OPEN =
      Collections.unmodifiableSet(EnumSet.of(REQUESTED, PENDING, HELD, IN_REVIEW));

  private final String wire;

  PaymentStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }

  /** By its name in the API, or by the plain word for {@link #HELD}. */
  public static Optional<PaymentStatus> of(String text) {
    return text.equals("held") ? Optional.of(HELD) : WireValue.of(PaymentStatus.class, text);
  }
}
