package org.voicepact.platform.entity;

/** Fired once at start, when the schema is up to date and before the first request is answered. */
public record DatabaseReady() {}
