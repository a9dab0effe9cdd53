package org.voicepact.webhook.entity;

/** Event: a call of a webhook is refused. */
public record WebhookRefused(Route route, WebhookRefusal.Reason reason) {}
