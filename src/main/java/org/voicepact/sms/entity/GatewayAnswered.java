package org.voicepact.sms.entity;

import java.util.List;

/**
 * Event: what became of one call of the gateway is kept.
 *
 * @param outcomes one for each message
 */
public record GatewayAnswered(List<SendOutcome> outcomes) {}
