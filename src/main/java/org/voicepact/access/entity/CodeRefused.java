package org.voicepact.access.entity;

/** Event: what was named as a one-time code is none that counts, whatever becomes of the transaction. */
public record CodeRefused() {}
