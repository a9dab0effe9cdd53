package org.voicepact.webhook.entity;

import java.util.Optional;
import org.voicepact.evidence.entity.Assurance;

/**
 * A call that was let through.
 *
 * @param assurance how far it is to be believed
 * @param id the same for each repeat of a signed call, and for no other; empty where the call was not signed
 */
public record CheckedDelivery(Assurance assurance, Optional<String> id) {}
