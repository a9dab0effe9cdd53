package org.voicepact.webhook.boundary;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.webhook.entity.CheckedDelivery;

/** What the check of the present call has found. */
@RequestScoped
public class CheckedCall {

  private CheckedDelivery delivery;

  void set(CheckedDelivery checked) {
    delivery = checked;
  }

  /** How far the call is to be believed. */
  public Assurance assurance() {
    return delivery.assurance();
  }

  /** By which a repeat of the call is known, where the sender signs one; ids in the body go before it. */
  public Optional<String> deliveryId() {
    return delivery.id();
  }

  /** Of a body that is signed without an id. */
  public Optional<String> bodyHash() {
    return delivery.bodyHash();
  }
}
