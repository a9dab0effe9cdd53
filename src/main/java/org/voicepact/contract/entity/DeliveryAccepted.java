package org.voicepact.contract.entity;

import java.util.Optional;

/**
 * Event: a delivery was accepted; where it was the last one, the contract is completed by now. Fired within the
 * transaction.
 *
 * @param by the buyer; empty where the buyer said nothing in time
 */
public record DeliveryAccepted(Contract contract, Optional<Party> by, Delivery claim) {}
