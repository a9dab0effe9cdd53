package org.voicepact.platform;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voicepact.testing.VoicePactServer;

/** A server with wrong settings does not run: it names every fault at once and its process ends. */
class RefusedStartIT {

  @TempDir
  private Path directory;

  @Test
  void everyWrongSettingIsNamedAtOnce() {
    Map<String, String> wrong = Map.ofEntries(
        entry("CONTRACT_HASH_ALGORITHM", "md5"),
        entry("CONTRACT_SIGNATURE_ALGORITHM", "dsa"),
        entry("CONTRACT_CONFIRMATION_TIMEOUT", "a day"),
        entry("CORS_CREDENTIALS", "maybe"),
        entry("CORS_HEADERS", "X-One X-Two"),
        entry("CORS_METHODS", "GET POST"),
        entry("CORS_ORIGINS", "https://app.example.org/"),
        entry("DEBUG", "*"),
        entry("DEFAULT_REGION", "XX"),
        entry("DEFAULT_CURRENCY", "XYZ"),
        entry("DUAL_CONTROL_AMOUNT", "much"),
        entry("ESCROW", "maybe"),
        entry("ESCROW_TIMEOUT", "0"),
        entry("MAX_PAYMENT_AMOUNT", "0"),
        entry("MIN_PAYMENT_AMOUNT", "none"),
        entry("PASSWORD_SALT_FILE", "/nowhere/at-all"),
        entry("PAYMENT_PROVIDER", "pigeon"),
        entry("PAYMENT_SIMULATOR_DELAY", "soon"),
        entry("PHONE_MASKING", "maybe"),
        entry("PUBLIC_URL", "pact.example.org"),
        entry("RELEASE_DELAY", "-1"),
        entry("REMINDER_HOURS", "4,8,12"),
        entry("REMINDER_HOURS_BEFORE_EXPIRY", "soon"),
        entry("REMINDER_QUIET_HOURS", "21:00-07:00"),
        entry("OIDC_ISSUER", "login.example.org"),
        entry("OIDC_ROLES", "king=staff"),
        entry("ADMIN_USER", "the boss"),
        entry("ADMIN_PASSWORD", "too short"),
        entry("SESSION_IDLE_MINUTES", "0"),
        entry("SMS_GATEWAY", "pigeon"),
        entry("SMS_MAX_ATTEMPTS", "0"),
        entry("SMS_UNASKED_LIMIT", "none"),
        entry("SMS_DAILY_LIMIT", "-1"),
        entry("SMS_COUNTRIES", "KE,Uganda"),
        entry("WEBHOOK_TOKEN", "too-short"));
    Map<String, String> settings = new HashMap<>(wrong);
    settings.putAll(Map.of("OIDC_CLIENT_ID", "console", "OIDC_CLIENT_SECRET", "a secret"));
    String console = consoleOfRefusedStart("refused-settings", settings);
    assertThat(wrong.keySet())
        .allSatisfy(name -> assertThat(console).contains("  " + name + " must "));
  }

  @Test
  void productionNeedsStrongSecretsAndNothingThatIsForTrying() throws IOException {
    String secret = "too-short-a-secret";
    Path saltFile = Files.writeString(directory.resolve("salt"), "dev-secret-key".repeat(3));
    String console = consoleOfRefusedStart(
        "refused-production",
        Map.of(
            "ENVIRONMENT", "production",
            "SECRET_KEY", secret,
            "PASSWORD_SALT", secret,
            "PASSWORD_SALT_FILE", saltFile.toString(),
            "DEBUG", "true",
            "CORS_ORIGINS", "*",
            "CORS_CREDENTIALS", "true",
            "PUBLIC_URL", "http://pact.example.org",
            "PHONE_MASKING", "off"));
    assertThat(console)
        .contains("  SECRET_KEY must have 32 bytes or more")
        .contains("  SIGNATURE_PRIVATE_KEY must be set when ENVIRONMENT is production")
        .contains("  WEBHOOK_SECRET or WEBHOOK_TOKEN must be set when ENVIRONMENT is production")
        .contains("  PASSWORD_SALT must not be set beside PASSWORD_SALT_FILE")
        .contains("  PASSWORD_SALT must not be a placeholder")
        .contains("  DEBUG must not be true when ENVIRONMENT is production")
        .contains("  CORS_ORIGINS must not be * while CORS_CREDENTIALS is true")
        .contains("  PUBLIC_URL must be the https address")
        .contains("  PHONE_MASKING=off is for ENVIRONMENT=development only")
        .doesNotContain(secret, "dev-secret-key");
  }

  @Test
  void anUnknownEnvironmentIsRefused() {
    assertThat(consoleOfRefusedStart("refused-environment", Map.of("ENVIRONMENT", "prod")))
        .contains("  ENVIRONMENT must be one of: development, testing, production");
  }

  @Test
  void aDatabaseThatCannotBeOpenedEndsTheProcess() throws IOException {
    VoicePactServer server = VoicePactServer.prepare("refused-database", VoicePactServer.ON_H2);
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
