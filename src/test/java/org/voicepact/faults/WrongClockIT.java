package org.voicepact.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Api;
import org.voicepact.testing.Fulfilment;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.PostgresServer;
import org.voicepact.testing.TestDatabases;
import org.voicepact.testing.VoicePactServer;

/**
 * Two servers with one database, and the clock of one of them is an hour ahead (libfaketime of Debian's package faketime
 * tells it so): it ends nothing early.
 */
class WrongClockIT {

  private static final Path FAKETIME =
      Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

  /** Shorter than its clock is ahead, longer than this test takes. */
  private static final String LONG_SECONDS = "1800";

  private static final String SHORT_SECONDS = "20";
  private static final Duration TIMES = Duration.ofSeconds(5);

  @Test
  void aServerWhoseClockIsAnHourAheadEndsNothingEarly() {
    Assumptions.assumeTrue(Files.exists(FAKETIME), "the package faketime is not installed");
    Assumptions.assumeTrue(
        PostgresServer.binaries().isPresent(), "the binaries of PostgreSQL are not installed");
    try (PostgresServer postgres = TestDatabases.another()) {
      postgres.createDatabase("clock");
      Map<String, String> settings = new HashMap<>(VoicePactServer.UNLIMITED_SMS);
      settings.put("DATABASE_URL", postgres.url("clock"));
      settings.put("CONTRACT_CONFIRMATION_TIMEOUT", SHORT_SECONDS);
      settings.put("DELIVERY_ACCEPT_TIMEOUT", LONG_SECONDS);
      try (VoicePactServer right = VoicePactServer.start("clock-right", settings)) {
        settings.put("CONTRACT_CONFIRMATION_TIMEOUT", LONG_SECONDS);
        settings.put("LD_PRELOAD", FAKETIME.toString());
        settings.put("FAKETIME", "+3600");
        settings.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        settings.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
        settings.putAll(shared(right));
        try (VoicePactServer wrong = VoicePactServer.start("clock-wrong", settings)) {
          endNothingEarly(right, wrong);
        }
      }
    }
  }

  /** What two servers of one installation share. */
  private static Map<String, String> shared(VoicePactServer first) {
    Map<String, String> secrets = new HashMap<>();
    Map.of(
            "SECRET_KEY", "secret-key",
            "PASSWORD_SALT", "password-salt",
            "SIGNATURE_PRIVATE_KEY", "signature-key-ed25519")
        .forEach((setting, file) -> {
          try {
            secrets.put(
                setting, Files.readString(first.dataDirectory().resolve(file)).strip());
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
    return secrets;
  }

  private static void endNothingEarly(VoicePactServer right, VoicePactServer wrong) {
    Api byRight = Api.undocumented(right);
    Api byWrong = Api.undocumented(wrong);
    String date = byWrong.get("/").header("Date");
    Instant shown =
        ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    assertThat(Duration.between(Instant.now(), shown)).isGreaterThan(Duration.ofMinutes(55));

    PhoneRange phones = new PhoneRange(9650);
    Fulfilment waiting = Fulfilment.pending(byWrong, phones);
    Instant expires = Instant.parse(byWrong.get(waiting.path()).member("expires_at"));
    assertThat(expires).isBetween(Instant.now().plusSeconds(1700), Instant.now().plusSeconds(1900));
    Fulfilment delivered = Fulfilment.active(byWrong, phones);
    assertThat(delivered.act("delivery", delivered.seller(), "").status()).isEqualTo(200);

    // Its time is over while both run, and the next one's while only the wrong one does.
    awaitExpired(byWrong, Fulfilment.pending(byRight, phones));
    Fulfilment last = Fulfilment.pending(byRight, phones);
    right.kill();
    awaitExpired(byWrong, last);

    assertThat(byWrong.get(waiting.path()).member("status")).isEqualTo("pending");
    // Silence that is over too early would have completed it.
    assertThat(byWrong.get(delivered.path()).member("status")).isEqualTo("active");
    assertThat(waiting.act("confirm", waiting.seller(), "").status()).isEqualTo(200);
  }

  /** Not before its time by the right clock; the sweep comes every ten seconds. */
  private static void awaitExpired(Api api, Fulfilment contract) {
    Instant expires = Instant.parse(api.get(contract.path()).member("expires_at"));
    VoicePactServer.await(contract.id() + " has expired", Duration.ofMinutes(2), () -> {
      boolean isExpired = api.get(contract.path()).member("status").equals("expired");
      assertThat(isExpired && Instant.now().plus(TIMES).isBefore(expires)).isFalse();
      return isExpired;
    });
  }
}
