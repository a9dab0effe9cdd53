package org.voicepact.events.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.platform.entity.WireValue;

/**
 * Something that has happened to a contract or to a payment.
 *
 * @param id its place in the audit log
 * @param action as the audit log names it
 * @param payment the id of the payment that it is about, if it is about one
 * @param parties whose contract it is; they are never told of each other here
 */
public record LiveEvent(
    long id,
    Type type,
    String action,
    String contract,
    Optional<String> payment,
    String status,
    Instant at,
    Channel channel,
    Set<PhoneNumber> parties) {

  /** What it is about. */
  public enum Type implements WireValue {
    CONTRACT_UPDATE("contract_update"),
    PAYMENT_UPDATE("payment_update");

    private final String wire;

    Type(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }
}
