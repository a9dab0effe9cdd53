package org.voicepact.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.VoicePactServer;

/** A server with wrong settings does not run: it names every fault at once and its process ends. */
class RefusedStartIT {

  @Test
  void everyWrongSettingIsNamedAtOnce() {
    Map<String, String> wrong = Map.of(
        "CONTRACT_HASH_ALGORITHM", "md5",
        "CONTRACT_SIGNATURE_ALGORITHM", "dsa",
        "CONTRACT_CONFIRMATION_TIMEOUT", "a day",
        "DEFAULT_REGION", "XX",
        "DEFAULT_CURRENCY", "XYZ",
        "PHONE_MASKING", "maybe",
        "SMS_GATEWAY", "pigeon",
        "SMS_MAX_ATTEMPTS", "0",
        "WEBHOOK_TOKEN", "too-short");
    String console = consoleOfRefusedStart("refused-settings", wrong);
    assertThat(wrong.keySet())
        .allSatisfy(name -> assertThat(console).contains("  " + name + " must "));
  }

  @Test
  void productionNeedsSecretsOfTheRightLength() {
    String secret = "too-short-a-secret";
    String console = consoleOfRefusedStart(
        "refused-production",
        Map.of("ENVIRONMENT", "production", "SECRET_KEY", secret, "PHONE_MASKING", "off"));
    assertThat(console)
        .contains("  SECRET_KEY must have 32 bytes or more")
        .contains("  SIGNATURE_PRIVATE_KEY must be set when ENVIRONMENT is production")
        .contains("  WEBHOOK_SECRET or WEBHOOK_TOKEN must be set when ENVIRONMENT is production")
        .contains("  PHONE_MASKING=off is for ENVIRONMENT=development only")
        .doesNotContain(secret);
  }

  @Test
  void anUnknownEnvironmentIsRefused() {
    assertThat(consoleOfRefusedStart("refused-environment", Map.of("ENVIRONMENT", "prod")))
        .contains("  ENVIRONMENT must be one of: development, testing, production");
  }

  @Test
  void aDatabaseThatCannotBeOpenedEndsTheProcess() throws IOException {
    VoicePactServer server = VoicePactServer.prepare("refused-database", Map.of());
    Files.createDirectories(server.dataDirectory());
    Files.writeString(server.dataDirectory().resolve("voicepact.mv.db"), "this is no database");
    server.launch();
    assertThat(server.exitCode()).isEqualTo(69);
    assertThat(server.console()).contains("the database cannot be opened");
  }

  private static String consoleOfRefusedStart(String name, Map<String, String> environment) {
    VoicePactServer server = VoicePactServer.prepare(name, environment);
    server.launch();
    assertThat(server.exitCode()).isEqualTo(78);
    return server.console();
  }
}
