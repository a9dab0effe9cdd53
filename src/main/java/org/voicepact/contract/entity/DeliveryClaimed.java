package org.voicepact.contract.entity;

/**
 * Event: the seller claims a delivery, for which the buyer is asked; fired within the transaction.
 *
 * @param by the seller
 */
public record DeliveryClaimed(Contract contract, Party by, Delivery claim) {}
