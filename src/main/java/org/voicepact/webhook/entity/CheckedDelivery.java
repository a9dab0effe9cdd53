package org.voicepact.webhook.entity;

import java.util.Optional;
import org.voicepact.evidence.entity.Assurance;

/**
 * A call that was let through.
 *
 * @param assurance how far it is to be believed
 * @param id the same for each repeat of a signed call, and for no other; empty where the sender gave none
 * @param bodyHash of a body that is signed without an id; the same words sent again later may have the same
 */
public record CheckedDelivery(Assurance assurance, Optional<String> id, Optional<String> bodyHash) {

  /** One without a signature. */
  public static CheckedDelivery unsigned(Assurance assurance) {
    return new CheckedDelivery(assurance, Optional.empty(), Optional.empty());
  }

  /** One whose sender signs an id with it. */
  public static CheckedDelivery withId(Assurance assurance, String id) {
    return new CheckedDelivery(assurance, Optional.of(id), Optional.empty());
  }

  /** One whose sender signs the body alone. */
  public static CheckedDelivery withBodyHash(Assurance assurance, String bodyHash) {
    return new CheckedDelivery(assurance, Optional.empty(), Optional.of(bodyHash));
  }
}
