package org.voicepact.webhook.entity;

/** The webhooks that there are; each has a policy of its own, {@code WEBHOOK_} and its name. */
public enum Route {
  SMS
}
