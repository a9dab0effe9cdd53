package org.voicepact.ussd.entity;

import org.voicepact.evidence.entity.Assurance;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * What a gateway sends each time that a caller has dialled or typed something.
 *
 * @param sessionId the gateway's, the same for the whole call
 * @param text all inputs so far, joined by stars; empty where only the code was dialled
 * @param assurance how far the gateway is to be believed
 */
public record Dial(String sessionId, PhoneNumber phone, String text, Assurance assurance) {}
