package org.voicepact.sms.entity;

/** Event: the outbox has something to send; observed after the transaction. */
public record MessageQueued() {}
