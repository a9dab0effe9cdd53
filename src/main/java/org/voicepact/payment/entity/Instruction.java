package org.voicepact.payment.entity;

import java.net.URI;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * What a provider is to do.
 *
 * @param id unique among all instructions of all installations, a UUID in its usual spelling
 * @param phone of who pays or is paid
 * @param contractId shown to that person, as {@code AG-2026-000123}
 * @param callback where the provider sends its notice; it ends with a token that nobody else has seen
 */
public record Instruction(
    String id, PhoneNumber phone, Money amount, String contractId, URI callback) {}
