package org.voicepact.access.entity;

/** Event: a request is refused because it came too often. */
public record LimitReached(Limited limited) {}
