package org.voicepact.webhook.entity;

import java.util.List;
import java.util.Optional;

/**
 * An incoming call as far as its genuineness is concerned.
 *
 * @param body the raw bytes, before anything was read from them
 * @param token the last part of the path, where the route has one
 * @param hexSignatures all values of {@code X-Signature}
 * @param standardIds all values of {@code webhook-id}, and so on
 * @param address where the call comes from, behind trusted proxies
 * @param isFromThisMachine whether the peer is a loopback address and no proxy stands between
 */
public record WebhookCall(
    byte[] body,
    Optional<String> token,
    List<String> hexSignatures,
    List<String> standardIds,
    List<String> standardTimestamps,
    List<String> standardSignatures,
    String address,
    boolean isFromThisMachine) {}
