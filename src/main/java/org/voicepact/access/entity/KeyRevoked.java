package org.voicepact.access.entity;

/** Event: an API key has ended; observed after the transaction. */
public record KeyRevoked(String id) {}
