package org.voicepact.platform.control;

import java.util.List;

/** The settings that are secrets: each may come from a file, and the value of none is ever shown. */
public final class SecretSettings {

  public static final List<String> NAMES = List.of(
      "SECRET_KEY",
      "SECRET_KEY_PREVIOUS",
      "SIGNATURE_PRIVATE_KEY",
      "SIGNATURE_PRIVATE_KEY_PREVIOUS",
      "CHECKPOINT_PRIVATE_KEY",
      "CHECKPOINT_PRIVATE_KEY_PREVIOUS",
      "PASSWORD_SALT",
      "WEBHOOK_SECRET",
      "WEBHOOK_SECRET_PREVIOUS",
      "WEBHOOK_TOKEN",
      "WEBHOOK_TOKEN_PREVIOUS",
      "API_KEY",
      "API_KEYS",
      "ADMIN_PASSWORD",
      "OIDC_CLIENT_SECRET",
      "AT_API_KEY",
      "DARAJA_CONSUMER_KEY",
      "DARAJA_CONSUMER_SECRET",
      "DARAJA_PASSKEY",
      "DARAJA_SECURITY_CREDENTIAL",
      "DARAJA_INITIATOR_PASSWORD",
      "METRICS_TOKEN",
      "DATABASE_URL",
      "DATABASE_PASSWORD",
      "DATABASE_OWNER_PASSWORD");

  private SecretSettings() {}
}
