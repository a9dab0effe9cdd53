package org.voicepact.contract.entity;

import org.voicepact.evidence.entity.Channel;

/**
 * Event: a party has said yes, and had not before; fired within the transaction.
 *
 * @param channel the way that the yes came in
 */
public record PartyConfirmed(Channel channel) {}
